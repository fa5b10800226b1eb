import { sayRoles, titlesOf } from "../../visits/titles";
import { aspire } from "./aspire";
import { type PackName, Played } from "./played";

const given = <T>(value: T) => ({ value, by: "policy" as const, clauses: [] });

describe("sentences call people by the titles of their own policy", () => {
  it("as it gives them, with what it takes to stand in a sentence", () => {
    expect(titlesOf(aspire)).toMatchObject({
      approver: "the Principal",
      monitor: "the school office",
      safeguarding: "the DSL (or deputy)",
    });
    expect(sayRoles(aspire, ["office", "principal", "slt", "office"])).toBe(
      "the school office, the Principal or a senior leader",
    );
  });

  it("and otherwise where the approver is a group", () => {
    const roles = { ...aspire.roles, slt: "Leadership Team member" };
    const called = { ...aspire.called, slt: "a member of the Leadership Team" };
    expect(titlesOf({ ...aspire, roles, called, approvers: given(["slt"]) }).approver).toBe(
      "a member of the Leadership Team",
    );
  });

  it("with whom the ladder asks to decide, whatever their role is called, where it says who may stand an alarm down (S2)", () => {
    const closers = (pack: PackName) => titlesOf(new Played(pack).policy).closers;
    expect(closers("aspire")).toBe("the Principal, the DSL (or deputy) or a senior leader");
    expect(closers("hexthorpe")).toBe(
      "the Designated Safeguarding Lead, the duty member of SLT, a member of SLT or the Principal",
    );
    expect(closers("liberty")).toBe("the Principal, the Designated safeguarding lead or a member of Senior Staff");
    expect(closers("bemrose")).toBe("a member of the Leadership Team, the DSL or the head teacher");
    // The office watches and rings there, and says whether there is cause for concern.
    expect(closers("thomas-more")).toBe("a member of Senior staff or the Child protection lead");
  });

  it("with whoever coordinates visits where nobody approves them", () => {
    const roles = { ...aspire.roles, pflo: "Parent and Family Liaison Officer" };
    const nobody = { ...aspire, roles, approvers: given([]), coordinators: given(["pflo"]) };
    expect(titlesOf(nobody).approver).toBe("the Parent and Family Liaison Officer");
    expect(titlesOf({ ...nobody, coordinators: given([]) }).approver).toBe("somebody at school");
  });

  it("also in policies kept before it was known how to call them", () => {
    expect(titlesOf({ ...aspire, called: undefined }).approver).toBe("the Principal");
  });
});
