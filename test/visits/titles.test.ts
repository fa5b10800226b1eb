import { sayRoles, titlesOf } from "../../visits/titles";
import { aspire } from "./aspire";

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
