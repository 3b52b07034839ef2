// The views of the page, in the order of its tabs.

import type { FunctionComponent } from "preact";
import { Class } from "./class";
import { Compare } from "./compare";
import { Explore } from "./explore";
import { Paradox } from "./paradox";
import { Story } from "./story";
import { Game } from "./game";

export interface View {
  id: string;
  /** Whether it is shown only where the page was made for a class. */
  forClass?: boolean;
  component: FunctionComponent;
}

export const VIEWS: View[] = [
  { id: "explore", component: Explore },
  { id: "compare", component: Compare },
  { id: "paradox", component: Paradox },
  { id: "story", component: Story },
  { id: "game", component: Game },
  { id: "class", forClass: true, component: Class },
];
