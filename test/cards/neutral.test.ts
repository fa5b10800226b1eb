// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what was typed may look like a template.
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { drawBoard, drawCard, drawRequest, drawSaid, drawVisits } from "../../cards/draw";
import { mapLink, telLink } from "../../cards/links";
import { neutral, neutralised, plain, shortened } from "../../cards/neutral";
import { requestSamples } from "../../cards/request/samples";
import { context } from "../../cards/sample-visit";
import { visitCards } from "../../cards/samples";
import { every } from "../every";
import { markdownOf, nodesOf, plainOf } from "./tree";

/** As eager as a reader may be to make a link of what nobody wrote as one: whatever its text still says leads there. */
const reader = new MarkdownIt({ html: false, linkify: true });
// How it tidies the text of such a link is its own affair.
reader.normalizeLinkText = (text) => text;
const withoutLinks = (text: string): string => reader.renderInline(text).replace(/<a href="[^"]*">|<\/a>/g, "");
const shown = (text: string): string =>
  withoutLinks(text)
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");

const tricks = [
  "**bold** _it_ ~~gone~~ `code` [link](http://evil.example)",
  "![picture](http://evil.example/a.png)",
  "<at>Helen Marsh</at> <script>alert(1)</script>",
  "# heading",
  "## heading",
  "##",
  "- item",
  "1. first",
  "a | b",
  "\\*already escaped\\*",
  "&lt;at&gt; &#42;",
  "O'Neil-Smith & Söhne (2nd) £5 #1",
  "http://evil.example www.evil.example",
  "1@1.1 a@b x@1.2.3 mum+dad@school.sch.uk mailto:a@b mailto:mum@home.example",
  "evil.com, bücher.de (päd.рф) 😀.com evil.com/a?b=1#c 192.168.0.1:80/x",
  "//localhost //evil.com ///x ftp://a HTTPS://A.B https://[::1]/",
  "Back by 4.30, e.g. at St. Mary's... or p.4.",
];

describe("P8: what people typed", () => {
  it.each(tricks)("is shown as it was typed: %s", (text) => {
    expect(shown(neutral(text))).toBe(text);
    expect(withoutLinks(neutral(text))).not.toMatch(/</);
  });

  it("puts no backslash into an e-mail address, which a phone might show", () => {
    for (const text of ["mum@home.example", "St.Mary's, 4.30", "* Ms O'Neil (mum@home.example)"])
      expect(neutral(text)).not.toMatch(/\\[.@]/);
  });

  it("is shown as it was typed, whatever it is made of", () => {
    const letters = [..."1.) #+-=aÉ–’£*_[](<>&|\\`:/@ü😀"];
    const words = ["---", "~~", "lt;", "www.", "http", "://", "ftp.", "//", "com", "uk", "mailto:", "localhost"];
    const text = fc.array(fc.constantFrom(...letters, ...words, "192.168.0.1", "..."));
    fc.assert(
      fc.property(text, (parts) => {
        const typed = parts.join("").trim();
        expect(shown(neutral(typed))).toBe(typed);
        expect(withoutLinks(neutral(typed))).not.toMatch(/</);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["{{DATE(2026-01-01T00:00:00Z, SHORT)}}", "${sight.codeWord}", "{{TIME(x)}} ${a} {{{b}}}"])(
    "is no function of a card: %s",
    (text) => {
      for (const safe of [neutral(text), plain(text)]) expect(safe).not.toMatch(/\{\{|\$\{/);
      expect(shown(neutral(text))).toBe(text);
      expect(plain(text).replace(/ /g, "")).toBe(text.replace(/ /g, ""));
    },
  );

  it("spells out what nobody could see, instead of dropping it", () => {
    expect(neutral("abc\u202edef\u0007\u200b")).toBe("abc⟨U+202E⟩def⟨U+0007⟩⟨U+200B⟩");
    expect(plain("a\r\nb\u2066c")).toBe("a ⏎ b⟨U+2066⟩c");
  });

  it("leaves accents, other scripts and joined emoji letters readable", () => {
    for (const name of ["Zoë Ångström", "محمد", "李雷", "Siân ap Gwyn"]) expect(neutral(name)).toBe(name);
  });

  it("is shortened with a mark, and never in the middle of a character", () => {
    expect(shortened("😀".repeat(30), 5)).toBe("😀😀… (shortened; 56 more characters)");
    expect(neutral("x".repeat(100_000)).length).toBeLessThan(700);
    expect(neutral("\ud800 alone")).toBe("\ufffd alone");
  });

  it("is not shortened where the mark would be as long as what it leaves out", () => {
    expect(neutral("x".repeat(603))).toBe("x".repeat(603));
  });

  it("keeps what programs read", () => {
    const given = { id: "a_b", visit: "v_1", zone: "America/New_York", name: "a_b" };
    expect(neutralised(given)).toEqual({ ...given, name: "a\\_b" });
  });

  it("ends no link early", () => {
    const link = mapLink("1) [x](http://evil.example) 'Road'", "DE1 1AA") ?? "";
    expect(reader.renderInline(link).match(/<a /g)).toHaveLength(1);
    expect(link).toContain("](https://www.google.com/maps/search/?api=1&query=1%29");
    expect(telLink("+44 7700 900001](http://evil.example)")).toMatch(/\]\(tel:\+447700900001\)$/);
  });
});

describe("P8: every card", () => {
  const canary = "**Zz** <at>all</at> ${codeWord} {{DATE(1)}} [a](http://evil.example)\u202e\n\n# Zz";
  const kept = new Set([
    "id",
    "visit",
    "zone",
    "channel",
    "key",
    "phase",
    "cause",
    "ask",
    "kind",
    "what",
    "state",
    "outcome",
    "how",
    "where",
    "before",
    "after",
    "overall",
    "generic",
    "impact",
    "likelihood",
    "mode",
    "agreement",
    "today",
    "from",
    "to",
    "date",
  ]);

  /** The same value with the canary in every text that a person may have typed. */
  const poisoned = <T>(value: T, key = ""): T => {
    if (typeof value === "string") return (kept.has(key) ? value : canary) as T;
    if (Array.isArray(value)) return (key === "offers" ? value : value.map((one) => poisoned(one, key))) as T;
    if (typeof value !== "object" || value === null || ["next", "matrix", "hours", "values"].includes(key))
      return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name)])) as T;
  };

  /** The same sentences stand on many cards. */
  const seen = new Map<string, string>();
  const rendered = (text: string): string => {
    const html = seen.get(text) ?? reader.render(text);
    seen.set(text, html);
    return html;
  };

  const expectHarmless = (card: object): void => {
    const read = markdownOf(card);
    expect(read.filter((text) => rendered(text).match(/<strong>Zz|<h1|<img|href="http:\/\/evil/))).toEqual([]);
    expect(read.filter((text) => text.match(/<at>|\{\{|\$\{|\u202e/))).toEqual([]);
    expect(plainOf(card).filter((text) => text.match(/\{\{|\$\{|\u202e/))).toEqual([]);
    const links = nodesOf(card).filter(({ type }) => type === "Action.OpenUrl");
    expect(links.filter(({ url }) => !/^tel:[+\d]*$/.test(String(url)))).toEqual([]);
  };

  const samples = Object.entries(visitCards).flatMap(([name, states]) =>
    Object.entries(states).map(([state, { slot, sight, entry }]) => [`${name}/${state}`, slot, sight, entry] as const),
  );

  every(samples, "takes the worst in every field", (slot, sight, entry) => {
    expectHarmless(
      drawCard(
        slot,
        poisoned(sight),
        entry && { input: { why: canary }, refusal: { say: canary, field: entry.refusal?.field } },
      ),
    );
  });

  it("lists and the request take it as well", () => {
    const sights = samples.map(([, , sight]) => poisoned(sight)).slice(0, 8);
    expectHarmless(drawBoard({ sights, unreadable: 1 }, context));
    expectHarmless(drawVisits(sights, context));
    expectHarmless(drawSaid(canary));
    for (const { form } of Object.values(requestSamples)) expectHarmless(drawRequest(poisoned(form)));
  });
});
