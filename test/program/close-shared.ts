export { closeShared as default } from "./open-shared";
