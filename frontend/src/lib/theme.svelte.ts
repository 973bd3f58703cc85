/** Light, dark, or what the reader's system says. */
const STORE = "sayso-theme";
export type Theme = "auto" | "light" | "dark";
const THEMES: readonly Theme[] = ["auto", "light", "dark"];

function kept(): Theme {
  const asked = new URLSearchParams(location.search).get("theme");
  try {
    const found = asked ?? localStorage.getItem(STORE);
    return THEMES.find((t) => t === found) ?? "auto";
  } catch {
    return "auto";
  }
}

export const theme = $state<{ now: Theme }>({ now: kept() });

export function apply(): void {
  if (theme.now === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme.now);
}

export function turn(): void {
  theme.now = THEMES[(THEMES.indexOf(theme.now) + 1) % THEMES.length] ?? "auto";
  try {
    localStorage.setItem(STORE, theme.now);
  } catch {
    /* a private window forgets */
  }
}
