import { useState } from "preact/hooks";
import type { ShownMessage } from "../shown.js";
import { preview } from "./words.js";

/** Whether a column is held as a phone, remembered for each. */
export function usePhone(column: string): [boolean, () => void] {
  const key = `phone:${column}`;
  const [phone, setPhone] = useState(localStorage.getItem(key) === "yes");
  const turn = () => {
    localStorage.setItem(key, phone ? "no" : "yes");
    setPhone(!phone);
  };
  return [phone, turn];
}

const SHOWN = 2;

/** What has come and was not looked at yet, as the locked phone shows it: words only. */
export function LockScreen({ unread }: { unread: readonly ShownMessage[] }) {
  const said = unread.filter(({ text }) => text).slice(-SHOWN);
  return (
    <div class="lock-screen" role="status" data-testid="lock-screen">
      {said.map((message) => (
        <p key={message.id}>
          <b>Homeward</b> {preview(message)}
        </p>
      ))}
    </div>
  );
}
