/** Everything that is ever asked about many visits. Each is answered from the index of `containers.ts`. */
export const queries = {
  due: (limit: number) =>
    `SELECT TOP ${limit} c.id, c.school, c.urgency, c.due FROM c WHERE c.due <= @now ORDER BY c.due`,
  dueOfUrgency: (limit: number) =>
    `SELECT TOP ${limit} c.id, c.school, c.urgency, c.due FROM c
     WHERE c.urgency = @urgency AND c.due <= @now ORDER BY c.urgency, c.due`,
  firstDue: "SELECT TOP 1 c.due FROM c WHERE c.due >= 0 ORDER BY c.due",
  open: "SELECT * FROM c WHERE c.school = @school AND c.open = true",
  household: `SELECT * FROM c WHERE c.school = @school
    AND (c.household = @household OR ARRAY_CONTAINS(c.stops, @household))`,
  ofPerson: `SELECT * FROM c WHERE c.school = @school AND ARRAY_CONTAINS(c.visitors, @person)
    AND (c.open = true OR c.back >= @since)`,
  dueBack: "SELECT * FROM c WHERE c.school = @school AND c.back >= @from AND c.back < @to",
  some: "SELECT * FROM c WHERE c.kind = @kind AND ARRAY_CONTAINS(@ids, c.id)",
  all: "SELECT * FROM c WHERE c.kind = @kind",
} as const;
