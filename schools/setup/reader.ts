import type { RiskBaseline } from "../../policies/rows";
import type { SettingInput } from "../../policies/setting-input";
import type { Duty } from "../school";
import type { Change } from "./change";
import type { No } from "./set-up";

/** What a card of set-up brings, all as text. */
export type SetUpInput = Readonly<Record<string, string>>;
/** A change as somebody typed it; the code word goes beside it (P1). */
export type Asked = { change: Change; word?: string };
/** What a press is read beside, as it stands: the card may be an old one. */
export type Standing = {
  rota: readonly Duty[];
  /** Channels in Teams in which an administrator has said "set up" (P5). */
  rooms: readonly string[];
  baseline: RiskBaseline | null;
  /** Undefined for what this school can't choose; the code word is no setting (P1). */
  inputOf(setting: string): SettingInput | undefined;
  /** What stands of it, as the schools file or the pack writes it. */
  written?(setting: string): unknown;
};
export type Reader = (input: SetUpInput, standing: Standing) => Asked | No;
