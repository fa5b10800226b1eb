const TINTS = 6;

export function Avatar({ name, bot }: { name: string; bot?: boolean }) {
  const tint = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % TINTS;
  return (
    <span class={bot ? "avatar avatar-bot" : `avatar avatar-${tint}`} aria-hidden="true">
      {bot ? <HomeMark /> : initials(name)}
    </span>
  );
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join("")
    .toUpperCase();

function HomeMark() {
  return (
    <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
      <path
        d="M3 9.5 10 3.5l7 6M5.2 8.6v7.4h9.6V8.6M8.4 16v-4.2h3.2V16"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  );
}
