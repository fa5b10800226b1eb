import { options, render } from "preact";
import { App } from "./app.js";

// News comes in bursts, and one look at the page serves all of a burst.
options.debounceRendering = (draw) => void setTimeout(draw);

const page = document.getElementById("page");
if (page) render(<App />, page);
