import { Channel } from "../channel";
import type { Place } from "../channel/place";
import type { Seat } from "../channel/seat";
import { Program } from "../program";

const id = (digit: number): string => [8, 4, 4, 4, 12].map((length) => String(digit).repeat(length)).join("-");

/** What most stories ask for; each changes what it is about. */
const request = {
  pupil: "Sam Smith",
  address: "1 High Street, Derby",
  postcode: "DE1 1AA",
  reason: "attendanceSupport",
  purpose: "To agree how Sam comes back",
  whyNotInSchool: "They don't come in",
  date: "2026-11-23",
  start: "10:00",
  back: "11:00",
  companion: id(3),
  agreed: "agreed",
  agreedHow: "by phone",
};

/** The demo school on a Monday at nine: the running program, and everybody in front of it. */
export class School {
  readonly priya: Seat;
  readonly tom: Seat;
  readonly grace: Seat;
  readonly ann: Seat;
  readonly helen: Seat;
  readonly samuel: Seat;
  readonly joan: Seat;
  readonly office: Place;
  readonly slt: Place;

  private constructor(
    readonly program: Program,
    readonly channel: Channel,
  ) {
    this.priya = channel.person(id(2), "Priya Shah");
    this.tom = channel.person(id(3), "Tom Okafor");
    this.grace = channel.person(id(4), "Grace Lee");
    this.ann = channel.person(id(5), "Mrs Ann Whitfield");
    this.helen = channel.person(id(6), "Helen Marsh");
    this.samuel = channel.person(id(7), "Samuel Reid");
    this.joan = channel.person(id(8), "Joan Ellis");
    this.office = channel.room("19:office@thread.tacv2");
    this.slt = channel.room("19:slt@thread.tacv2");
  }

  static async open(env: Record<string, string> = {}): Promise<School> {
    const program = await Program.start({ env });
    const school = new School(program, await Channel.open(program));
    const { priya, tom, grace, ann, helen, samuel, joan } = school;
    for (const person of [priya, tom, grace, ann, helen, samuel, joan]) await person.installs();
    return school;
  }

  async close(): Promise<void> {
    await this.channel.close();
    await this.program.remove();
  }

  async asks(change: Partial<typeof request> = {}): Promise<void> {
    await this.priya.says("request visit");
    await this.priya.presses("requestVisit", { ...request, ...change });
  }

  /** Asked, agreed to, assessed and approved. */
  async approves(): Promise<void> {
    await this.asks();
    await this.tom.presses("agreeToVisit");
    await this.priya.presses("assessRisk", { useGeneric: "true", considered: "true" });
    const ticks = "necessary,bestInterests,safeguarding,whichStaff";
    await this.helen.presses("approve", { reason: "They need it", ticks });
  }

  /** Both are out from five to ten on, and the office has the watch. */
  async sendsOut(): Promise<void> {
    await this.approves();
    await this.ann.presses("takeWatch");
    await this.program.advance("PT55M");
    for (const visitor of [this.priya, this.tom]) await visitor.presses("signOut", { allTrue: "true" });
  }
}
