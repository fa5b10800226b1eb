import { useEffect, useState } from "preact/hooks";

const names = { light: "Light", dark: "Dark", contrast: "High contrast" };
type Theme = keyof typeof names;
const themes = Object.keys(names) as Theme[];

const prefers = (query: string) => matchMedia(query).matches;
const preferred = (): Theme =>
  prefers("(prefers-contrast: more)") ? "contrast" : prefers("(prefers-color-scheme: dark)") ? "dark" : "light";
const remembered = (): Theme | undefined => themes.find((theme) => theme === localStorage.getItem("theme"));

/** The three themes of Teams, in turn; the button names the one that comes next. */
export function ThemeButton() {
  const [theme, setTheme] = useState(remembered() ?? preferred());
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "light";
  const change = () => {
    localStorage.setItem("theme", next);
    setTheme(next);
  };
  return (
    <button type="button" class="quiet" data-testid="theme" onClick={change}>
      {names[next]}
    </button>
  );
}
