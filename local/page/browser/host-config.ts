// Teams' look for cards. Colours are CSS variables (theme.css), so that light and dark need no second drawing.
const shade = (name: string) => ({ default: `var(--card-${name})`, subtle: `var(--card-${name}-subtle)` });

const foregroundColors = {
  default: shade("text"),
  dark: shade("dark"),
  light: shade("light"),
  accent: shade("accent"),
  attention: shade("attention"),
  good: shade("good"),
  warning: shade("warning"),
};

const container = (name: string) => ({
  backgroundColor: `var(--card-bg-${name})`,
  borderColor: `var(--card-border-${name})`,
  foregroundColors,
});

export const hostConfig = {
  hostCapabilities: { capabilities: {} },
  supportsInteractivity: true,
  fontFamily: "var(--font)",
  fontTypes: {
    default: {
      fontFamily: "var(--font)",
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: "Consolas, 'Liberation Mono', monospace",
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: "var(--card-separator)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container("default"),
    emphasis: container("emphasis"),
    accent: container("accent"),
    good: container("good"),
    attention: container("attention"),
    warning: container("warning"),
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "Bolder", color: "Default", size: "Small", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "Bolder", color: "Default", size: "Small" },
    },
    errorMessage: { size: "Small", color: "attention", spacing: "small", weight: "Default" },
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 16, style: "emphasis" },
    preExpandSingleShowCardAction: false,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    allowTitleToWrap: true,
  },
  adaptiveCard: { allowCustomStyle: true },
  textBlock: { headingLevel: 3 },
  imageSet: { imageSize: "medium", maxImageHeight: 100 },
  media: { allowInlinePlayback: false },
  factSet: {
    title: { size: "Default", color: "Default", isSubtle: false, weight: "Bolder", wrap: true, maxWidth: 120 },
    value: { size: "Default", color: "Default", isSubtle: false, weight: "Default", wrap: true },
    spacing: 12,
  },
};
