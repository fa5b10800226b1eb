/** Every sentence that people read on cards and in chat, in one place for each language. */
export { answers } from "./en-gb/answers";
export { words } from "./en-gb/cards";
export { drill } from "./en-gb/drill";
export { noticeMarks, notices } from "./en-gb/notices";
export { policyWords } from "./en-gb/policy";
export { refusals } from "./en-gb/refusals";
export { seen } from "./en-gb/seen";
export { setUp } from "./en-gb/set-up";
export { times } from "./en-gb/times";
export { eitherOf, somebodyAtSchool, type Titles, withArticle } from "./en-gb/titles";
