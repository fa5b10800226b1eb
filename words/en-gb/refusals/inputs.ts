/** What a card's field can't take, whatever the field. */
export const inputs = {
  unreadable: "Something on the card can't be read.",
  tooLong: (most: number) => `Please keep this to ${most} characters.`,
  notOnTheCard: "Please choose one of the answers on the card.",
  notInTheList: "Please choose from the list.",
  tooMany: "That is too many.",
  noTime: "Please give a time such as 14:30.",
  noDay: "Please give a date such as 30 November 2026.",
};
