const most = 10_000;

type Rows = readonly unknown[];

/** What questions about a school's visits have found, until one of its visits is found otherwise. Of no other school a write changes anything. */
export class Found {
  private readonly bySchool = new Map<string, Map<string, Rows>>();
  private count = 0;

  /** `ask` puts the question to the file, where what it finds is not known. */
  rows<T>(school: string, question: string, ask: () => readonly T[]): readonly T[] {
    const known = this.bySchool.get(school)?.get(question) as readonly T[] | undefined;
    if (known) return known;
    const rows = Object.freeze(ask());
    if (this.count >= most) this.forget();
    const ofSchool = this.bySchool.get(school) ?? new Map<string, Rows>();
    this.bySchool.set(school, ofSchool.set(question, rows));
    this.count++;
    return rows;
  }

  forgetSchool(school: string): void {
    this.count -= this.bySchool.get(school)?.size ?? 0;
    this.bySchool.delete(school);
  }

  forget(): void {
    this.bySchool.clear();
    this.count = 0;
  }
}
