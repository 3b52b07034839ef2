// The failure tree: how the firm learned of a failure, how it ended, who stayed. Widths are customers.

import type { TreeBranch } from "../answers";
import { share, whole } from "../format";
import { t } from "../language";
import { Chart, cut, spoken, spread } from "./frame";
import { lengthOf, lines } from "./legend";

const ROUTES = ["silent", "voiced", "solicited", "detected"];
const OUTCOMES = ["silent", "unresolved", "resolved", "quick"];
const FILL: Record<string, string> = { silent: "var(--o0)", unresolved: "var(--o1)", resolved: "var(--o2)", quick: "var(--o3)" };

interface Node {
  id: string;
  label: string;
  customers: number;
  top: number;
}

export function Tree(props: { branches: TreeBranch[]; title: string; name: string }) {
  const branches = props.branches.map((branch) => ({ ...branch, route: branch.route.toLowerCase(), outcome: branch.outcome.toLowerCase() }));
  const customers = (branch: TreeBranch) => branch.stayed + branch.left;
  const total = branches.reduce((sum, branch) => sum + customers(branch), 0);
  const sum = (chosen: (branch: TreeBranch) => number) => branches.reduce((all, branch) => all + chosen(branch), 0);
  const said = branches.filter((branch) => customers(branch) > 0).map((branch) => `${t("route-name", { route: branch.route })}, ${t("outcome-name", { outcome: branch.outcome })}: ${t("tree-stayed")} ${whole(branch.stayed)}, ${t("tree-left")} ${whole(branch.left)}`);
  return (
    <Chart
      name={`failure-tree-${props.name}`}
      title={props.title}
      text={spoken(props.title, said)}
      height={312}
      draw={(width, height) => {
        const columns = [8, width * 0.36, width * 0.72];
        const bar = 14;
        const gap = 20;
        const most = 4;
        // Heads take two lines where a column is narrow.
        const heads = ["tree-route", "tree-outcome", "tree-end"].map((id, i) => lines(t(id), (columns[i + 1] ?? width) - (columns[i] ?? 0) - 8));
        const begin = 10 + 16 * Math.max(...heads.map((head) => head.length));
        const scale = total > 0 ? (height - begin - 4 - gap * (most - 1)) / total : 0;
        const column = (ids: string[], label: (id: string) => string, of: (id: string) => number): Node[] => {
          let top = begin;
          return ids
            .map((id) => ({ id, label: label(id), customers: of(id), top: 0 }))
            .filter((node) => node.customers > 0)
            .map((node) => {
              const placed = { ...node, top };
              top += node.customers * scale + gap;
              return placed;
            });
        };
        const routes = column(ROUTES, (route) => t("route-name", { route }), (id) => sum((b) => (b.route === id ? customers(b) : 0)));
        const outcomes = column(OUTCOMES, (outcome) => t("outcome-name", { outcome }), (id) => sum((b) => (b.outcome === id ? customers(b) : 0)));
        const ends = column(["stayed", "left"], (id) => t(`tree-${id}`), (id) => sum((b) => (id === "stayed" ? b.stayed : b.left)));
        const out = new Map<string, number>();
        const into = new Map<string, number>();
        const flow = (from: Node | undefined, to: Node | undefined, amount: number, x0: number, x1: number, fill: string, key: string) => {
          if (!from || !to || amount <= 0) return null;
          const thick = amount * scale;
          const y0 = from.top + (out.get(key[0] + from.id) ?? 0) + thick / 2;
          const y1 = to.top + (into.get(key[0] + to.id) ?? 0) + thick / 2;
          out.set(key[0] + from.id, (out.get(key[0] + from.id) ?? 0) + thick);
          into.set(key[0] + to.id, (into.get(key[0] + to.id) ?? 0) + thick);
          const middle = (x0 + bar + x1) / 2;
          return <path key={key} d={`M${x0 + bar},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}`} fill="none" stroke={fill} stroke-width={Math.max(0.6, thick)} opacity="0.45" />;
        };
        const find = (nodes: Node[], id: string) => nodes.find((node) => node.id === id);
        const first = routes.flatMap((route) =>
          outcomes.map((outcome) =>
            flow(route, outcome, sum((b) => (b.route === route.id && b.outcome === outcome.id ? customers(b) : 0)), columns[0] ?? 0, columns[1] ?? 0, FILL[outcome.id] ?? "", `a${route.id}${outcome.id}`),
          ),
        );
        const second = outcomes.flatMap((outcome) =>
          (["stayed", "left"] as const).map((end) =>
            flow(outcome, find(ends, end), sum((b) => (b.outcome === outcome.id ? b[end] : 0)), columns[1] ?? 0, columns[2] ?? 0, FILL[outcome.id] ?? "", `b${outcome.id}${end}`),
          ),
        );
        return (
          <>
            {heads.map((head, i) => head.map((line, row) => <text key={line} class="label" x={Math.min(columns[i] ?? 0, width - 2 - Math.max(...head.map(lengthOf)))} y={14 + 16 * row}>{line}</text>))}
            {first}
            {second}
            {[routes, outcomes, ends].map((nodes, i) => {
              const left = (columns[i] ?? 0) + bar + 5;
              const letters = Math.floor(((columns[i + 1] ?? width) - left - 4) / 7);
              // Both lines of a label fit, however thin its bar is.
              const labels = spread(nodes.map((node) => node.top + (node.customers * scale) / 2), 34, begin + 12, height - 18);
              return nodes.map((node, n) => (
                <g key={node.id + i}>
                  <rect x={columns[i]} y={node.top} width={bar} height={Math.max(1, node.customers * scale)} fill="var(--ink)" opacity="0.75" />
                  <text class="halo" x={left} y={labels[n]} dy="-0.1em">{cut(node.label, letters)}</text>
                  <text class="quiet halo" x={left} y={labels[n]} dy="1em">
                    {width > 560 ? `${whole(node.customers)} · ${share(node.customers / total)}` : share(node.customers / total)}
                  </text>
                </g>
              ));
            })}
          </>
        );
      }}
    />
  );
}
