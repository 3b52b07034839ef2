// Compare: strategies side by side; added, changed, renamed, removed; the study and the tables to take away.

import { useState } from "preact/hooks";
import type { Described, StudyNumber } from "../answers";
import { DRAWS, explored } from "../answering";
import { Differences } from "../charts/differences";
import { Scroll } from "../charts/frame";
import { Refused } from "../engine";
import { csv, save } from "../files";
import { amount, keyName, level, probability, share, signed } from "../format";
import { t } from "../language";
import { change, described, desks, fieldValue, move, shown as name, state, studyOf, typed, valueIn } from "../state";
import { Headline, Progress, Trouble } from "./explore";

type Edit = { do: "copy"; strategy: string; name: string } | { do: "rename"; strategy: string; name: string } | { do: "remove"; strategy: string } | { do: "settle" };

/** Changes the text of the study; settings are written into it. */
async function edit(edit: Edit): Promise<string | undefined> {
  try {
    const study = studyOf(state.value, described.value?.draws ?? DRAWS, described.value?.engine);
    const after = await desks.aside.ask<Described>("edit", "edit", study, null, edit);
    change({ text: after.text, moved: [] });
    return undefined;
  } catch (error) {
    return error instanceof Refused ? error.diagnostics.map((one) => one.message + (one.help ? ` (${one.help})` : "")).join("; ") : String(error);
  }
}

/** The study as `recoup run` takes it: what was moved is written in, with the engine and draws of the whole answer. */
export async function exported(): Promise<string> {
  const study = studyOf(state.value, DRAWS, state.value.engine);
  return (await desks.aside.ask<Described>("export", "edit", study, null, { do: "settle" })).text;
}

function table(): (string | number | null)[][] {
  const strategies = explored.value?.comparison.strategies ?? [];
  const head = ["strategy", "npv", "npv_p05", "npv_p95", "npv_difference", "npv_difference_p05", "npv_difference_p95", "programme_cost_difference", "roi", "p_best", "customers_kept"];
  return [
    head,
    ...strategies.map((it) => [it.name, it.worth.npv.mean, it.worth.npv.p05, it.worth.npv.p95, it.difference.npv.mean, it.difference.npv.p05, it.difference.npv.p95, it.difference.programme.mean, it.roi.value, it.p_best, it.customers_kept.mean]),
  ];
}

function Cell({ number, study }: { number: StudyNumber; study: Described }) {
  const value = valueIn(state.value, number);
  const percent = number.form === "share";
  return (
    <span class="field">
      <input
        type="number"
        step="any"
        aria-label={t("value-of", { what: `${keyName(number.parts, number.is_name)}, ${name(number.strategy ?? "")}` })}
        value={fieldValue(number, value)}
        onChange={(event) => {
          const to = typed(number, event.currentTarget);
          if (to !== undefined) move(number.set, to, true);
        }}
      />
      <span class="unit">{percent ? "%" : number.form === "money" ? study.currency : ""}</span>
    </span>
  );
}

export function Compare() {
  const study = described.value;
  const [trouble, setTrouble] = useState<string | undefined>();
  const [from, setFrom] = useState("");
  const [as, setAs] = useState("");
  if (!study) return <p>{t("computing")}</p>;
  const found = explored.value;
  const strategies = found?.comparison.strategies ?? [];
  const act = async (what: Edit): Promise<boolean> => {
    const refused = await edit(what);
    setTrouble(refused);
    return refused === undefined;
  };
  const take = () => exported().then((text) => save(`${study.name}.toml`, "application/toml", text), (error: Error) => setTrouble(error.message));
  const changed = study.numbers.filter((number) => number.strategy !== null);
  const keys = [...new Set(changed.map((number) => number.key))];
  const names = study.strategies.map((it) => it.name);
  const source = names.includes(from) ? from : (names[names.length - 1] ?? "");
  return (
    <div class="compare">
      <Trouble />
      <Headline study={study} />
      <Progress />
      <Scroll label={t("compare-caption", { currency: study.currency, scenario: name(state.value.scenario) })}>
        <table>
          <caption>{t("compare-caption", { currency: study.currency, scenario: name(state.value.scenario) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("strategy")}</th>
              <th scope="col" class="number">{t("npv-difference")}</th>
              <th scope="col" class="number">{t("interval-90")}</th>
              <th scope="col" class="number">{t("roi")}</th>
              <th scope="col" class="number">{t("p-best")}</th>
              <th scope="col" class="number">{t("customers-kept")}</th>
              <th scope="col" class="number">{t("npv")}</th>
            </tr>
          </thead>
          <tbody>
            {strategies.map((it, i) => (
              <tr key={it.name} class={i === found?.best ? "best" : ""}>
                <th scope="row">{name(it.name)}</th>
                <td class="number">{i === 0 ? t("reference") : signed(it.difference.npv.mean)}</td>
                <td class="number">{i === 0 ? "–" : `${signed(it.difference.npv.p05)} … ${signed(it.difference.npv.p95)}`}</td>
                <td class="number">{it.roi.value === null ? "–" : share(it.roi.value)}</td>
                <td class="number">{probability(it.p_best)}</td>
                <td class="number">{i === 0 ? "–" : signed(it.customers_kept.mean)}</td>
                <td class="number">{amount(it.worth.npv.mean, 5)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {strategies.length > 1 && <Differences strategies={strategies} name={name} currency={study.currency} title={t("differences-title", { reference: name(strategies[0]?.name ?? ""), currency: study.currency })} />}

      <section>
        <h2>{t("compare-levers")}</h2>
        <p>{t("compare-levers-lead", { reference: name(study.strategies[0]?.name ?? "") })}</p>
        <Scroll label={t("compare-levers")}>
          <table>
            <thead><tr><th scope="col">{t("number")}</th>{study.strategies.map((it) => <th scope="col" class="number" key={it.name}>{name(it.name)}</th>)}</tr></thead>
            <tbody>
              {keys.map((key) => {
                const any = changed.find((number) => number.key === key);
                const common = study.numbers.find((number) => number.key === key && number.strategy === null);
                return (
                  <tr key={key}>
                    <th scope="row">{any ? keyName(any.parts, any.is_name) : key}</th>
                    {study.strategies.map((it) => {
                      const own = changed.find((number) => number.key === key && number.strategy === it.name);
                      return <td class="number" key={it.name}>{own ? <Cell number={own} study={study} /> : <span class="quiet">{common ? level(valueIn(state.value, common), common.form) : "–"}</span>}</td>;
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      </section>

      <section>
        <h2>{t("compare-edit")}</h2>
        {trouble && <p class="trouble" role="alert" lang="en">{trouble}</p>}
        <form
          class="choice"
          onSubmit={(event) => {
            event.preventDefault();
            if (as.trim()) void act({ do: "copy", strategy: source, name: as.trim() }).then((done) => done && setAs(""));
          }}
        >
          <label for="copy-from">{t("compare-copy")}</label>
          <select id="copy-from" value={source} onChange={(event) => setFrom(event.currentTarget.value)}>
            {study.strategies.map((it) => <option key={it.name} value={it.name}>{name(it.name)}</option>)}
          </select>
          <label for="copy-as">{t("compare-copy-as")}</label>
          <input id="copy-as" type="text" maxLength={60} value={as} onInput={(event) => setAs(event.currentTarget.value)} />
          <button type="submit" disabled={!as.trim()}>{t("compare-add")}</button>
        </form>
        <ul class="plain">
          {study.strategies.map((it, i) => (
            <li key={it.name}>
              <Renamed of={it.name} act={act} />
              {i > 0 && <button type="button" class="small" onClick={() => void act({ do: "remove", strategy: it.name })} aria-label={t("compare-remove", { name: name(it.name) })}>{t("remove")}</button>}
            </li>
          ))}
        </ul>
      </section>

      <section>
        <h2>{t("compare-take")}</h2>
        <p>{t("compare-take-lead")}</p>
        <p>
          <button type="button" onClick={() => void take()}>{t("take-study")}</button>{" "}
          <button type="button" onClick={() => save(`${study.name}.csv`, "text/csv", `\ufeff${csv(table())}`)}>{t("take-table")}</button>
        </p>
      </section>
    </div>
  );
}

function Renamed({ of, act }: { of: string; act: (what: Edit) => Promise<boolean> }) {
  const [text, setText] = useState(of);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() && text.trim() !== of) void act({ do: "rename", strategy: of, name: text.trim() });
      }}
    >
      <input type="text" maxLength={60} aria-label={t("compare-name", { name: of })} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <button type="submit" class="small" disabled={!text.trim() || text.trim() === of}>{t("rename")}</button>
    </form>
  );
}
