import { useEffect, useState } from "preact/hooks";

const preferred = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

export function ThemeButton() {
  const [theme, setTheme] = useState(localStorage.getItem("theme") ?? preferred());
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const other = theme === "dark" ? "light" : "dark";
  const change = () => {
    localStorage.setItem("theme", other);
    setTheme(other);
  };
  return (
    <button type="button" class="quiet" data-testid="theme" onClick={change}>
      {other === "dark" ? "Dark" : "Light"}
    </button>
  );
}
