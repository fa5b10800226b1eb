import { z } from "zod";
import { refusals as all } from "../../words/en-gb";
import { contacted } from "../contact";
import { refusedFull } from "../full";
import { ids, needed, oneOf } from "../inputs";
import { isOut, isVisitor } from "../people";
import { refuse } from "../refusal";
import { mayReport, othersKinds, ownKinds } from "../reports";
import { type Decision, rule } from "../rule";
import { opened } from "../tasks/paperwork";

const refusals = all.returning;
const kinds = [...ownKinds, ...othersKinds] as const;
const reportInput = z.object({
  reportKind: oneOf(kinds, refusals.reportKind),
  reportWhat: needed(refusals.reportWhat, 4000),
  reportAbout: ids,
});
type ReportInput = z.infer<typeof reportInput>;

/**
 * Something that certain people have to know: a safeguarding concern straight away (BEM-76, AET-108), physical intervention (AET-107), an
 * accident or aggression (BEM-38, BEM-39); afterwards, by others, a complaint (BEM-40) or an allegation (AET-110).
 */
export const report = rule<ReportInput>({
  input: reportInput,
  binds: "nothing",
  when: ["out", "back", "closed"],
  may: (v, f) => kinds.some((kind) => mayReport(v, kind, f.actor, f)),
  whose: refusals.whoReports,
  already: (v, f, _asked, { reportKind: kind, reportWhat: what }) =>
    (v.reports ?? []).some((known) => known.by === f.actor.id && known.kind === kind && known.text === what),
  decide(v, { reportKind: kind, reportWhat: what, reportAbout: about }, f, asked): Decision {
    if (!mayReport(v, kind, f.actor, f)) return refuse("notYours", refusals.whoReports());
    const full = refusedFull(v, "reports", f);
    if (full) return full;
    const went = about.filter((id) => isVisitor(v, id));
    const whom = kind === "allegation" ? { about: went.length > 0 ? went : v.plan.visitors } : {};
    const contact = isOut(v.outings[f.actor.id]) ? contacted(v, f, asked, { what: "checkIn" }) : [];
    return [...contact, ...opened(v, [{ kind, text: what, ...whom }], [], f)];
  },
});
