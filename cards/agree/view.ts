import { words } from "../../words/en-gb";
import { homeBanners } from "../home";
import type { Look } from "../look";
import { type Banner, banner, changesIn, foot, head, lines, planAsked, planFacts, visitTitle } from "../pieces";
import { toggle } from "../press";

const w = words.agree;

export function agreeView(look: Look): object {
  const { press, raw, sight } = look;
  const asked = raw.offers.includes("agreeToVisit");
  // Until it is decided there is no card of the visit's own for whoever goes along.
  const plan = asked || (sight.phase === "asked" && goes(look)?.agreed === true);
  const refuse = press("refuseVisit", w.refuse);
  return {
    w,
    ...head(look, visitTitle(look)),
    banners: [standing(look), ...(asked ? [...changed(look), ...homeBanners(look)] : [])],
    facts: plan ? planFacts(look) : [],
    asked: plan ? planAsked(look) : [],
    guidance: asked ? lines(raw.guidance) : [],
    guidanceTitle: words.guidance,
    presses: [
      ...press("agreeToVisit", w.agree, { style: "positive" }),
      ...(refuse.length > 0 ? [toggle(w.cannot, "cannot")] : []),
    ],
    refuse,
    ...foot(look),
  };
}

/** Whoever has answered before has to see what they answer anew. */
const changed = ({ sight: { changed } }: Look): Banner[] =>
  changed?.again && changed.what.length > 0 ? [banner("warning", w.changed(changesIn(changed.what)))] : [];

const goes = ({ sight: { visitors }, raw: { viewer } }: Look) =>
  visitors.find(({ id }) => "id" in viewer && id === viewer.id);

function standing(look: Look): Banner {
  const { sight, raw, times } = look;
  const me = goes(look);
  if (sight.off) return banner("emphasis", w.off);
  if (raw.offers.includes("agreeToVisit"))
    return banner("accent", w.asked(sight.asked.by.name), w.by(times.due(sight.times.leave)));
  if (me?.agreed) return banner("good", w.agreed);
  return banner("emphasis", me ? w.nothing : w.notGoing);
}
