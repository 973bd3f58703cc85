/** The case as this page holds it: its version, what was asked, what is decided, and in whose name. */
import { untrack } from "svelte";
import { get, last, post, Refusal } from "./api";
import type { Action, Decision, DecisionsAnswer, Job, Session, Weighing } from "./types";

const NAME = "sayso-who";

interface Desk {
  session: Session | null;
  /** The newest state of which the page knows, and the newest that is weighed. */
  version: string | null;
  weighed: string | null;
  weighing: Weighing | null;
  jobs: Job[];
  who: string;
  lost: string | null;
  said: string;
  busy: number;
  /** What the person asked for, and in sentences what others decided first. */
  conflict: { actions: Action[]; told: { says: string; when: string }[]; version: string } | null;
  saved: string | null;
}

export const desk = $state<Desk>({
  session: null,
  version: null,
  weighed: null,
  weighing: null,
  jobs: [],
  who: stored(),
  lost: null,
  said: "",
  busy: 0,
  conflict: null,
  saved: null,
});

function stored(): string {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
}

export function setWho(name: string): void {
  desk.who = name.trim();
  try {
    localStorage.setItem(NAME, desk.who);
  } catch {
    /* a private window forgets */
  }
  void refresh();
}

export const who = (): string => desk.who || desk.session?.who || "analyst";

const SHOWN_MS = 6000;
let fading: ReturnType<typeof setTimeout> | undefined;

/** Tell everybody, politely, what just happened. */
export function say(text: string): void {
  desk.said = text;
  clearTimeout(fading);
  fading = setTimeout(() => (desk.said = ""), SHOWN_MS);
}

/** The newest decision that this page has seen, whoever made it. */
let seen = 0;

async function tellOthers(): Promise<void> {
  const news = await get<{ decisions: { decision: Decision; says: string }[] }>("/api/history?limit=5");
  const newest = news.decisions[0]?.decision.id ?? 0;
  const others = seen ? news.decisions.filter((d) => d.decision.id > seen && d.decision.who !== who()) : [];
  seen = newest;
  const last = others[0];
  if (last) say(`${last.says}${others.length > 1 ? ` And ${others.length - 1} more.` : ""}`);
}

export async function refresh(): Promise<void> {
  try {
    const before = desk.version;
    const session = await get<Session>(`/api/session?who=${encodeURIComponent(who())}`);
    desk.session = session;
    desk.version = session.version;
    desk.weighed = session.weighed;
    desk.weighing = session.weighing;
    desk.jobs = session.jobs;
    desk.lost = null;
    if (before !== session.version || !seen) await tellOthers();
  } catch (fault) {
    desk.lost = fault instanceof Error ? fault.message : String(fault);
  }
}

/** Listen to the server; where the line breaks, the browser tries again by itself. */
export function listen(): () => void {
  const events = new EventSource("/api/events");
  events.addEventListener("version", (event) => {
    const told = JSON.parse((event as MessageEvent<string>).data) as { version: string; weighed: string | null };
    desk.lost = null;
    if (told.version !== desk.version || told.weighed !== desk.weighed) void refresh();
  });
  events.addEventListener("weighing", (event) => {
    desk.weighing = JSON.parse((event as MessageEvent<string>).data) as Weighing | null;
  });
  events.addEventListener("job", (event) => {
    const job = JSON.parse((event as MessageEvent<string>).data) as Job;
    desk.jobs = [...desk.jobs.filter((j) => j.id !== job.id), job];
  });
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) desk.lost = "sayso does not answer. Is “sayso serve” still running in its terminal?";
  };
  events.onopen = () => void refresh();
  return () => events.close();
}

let queue: Promise<unknown> = Promise.resolve();

function queued<T>(work: () => Promise<T>): Promise<T> {
  const next = queue.then(work, work);
  queue = next.catch(() => undefined);
  return next;
}

/** Decide, one after the other; `null` where somebody else decided first or it was refused (the page says so). */
export function decide(actions: Action[], told = "", basedOn?: string): Promise<DecisionsAnswer | null> {
  return queued(async () => {
    desk.busy += 1;
    try {
      const answer = await post<DecisionsAnswer>("/api/decisions", {
        who: who(),
        based_on: basedOn ?? desk.version,
        decisions: actions,
      });
      desk.version = answer.version;
      desk.saved = new Date().toTimeString().slice(0, 5);
      if (told) say(told);
      void refresh();
      return answer;
    } catch (fault) {
      if (fault instanceof Refusal && fault.status === 409) {
        desk.conflict = {
          actions,
          told: ((fault.body["conflicts"] as Decision[] | undefined) ?? []).map((d, n) => ({ when: d.when, says: (fault.body["says"] as string[] | undefined)?.[n] ?? d.kind })),
          version: String(fault.body["version"] ?? ""),
        };
        void refresh();
      } else say(fault instanceof Error ? fault.message : String(fault));
      return null;
    } finally {
      desk.busy -= 1;
    }
  });
}

export function step(back: "undo" | "redo", decision?: number): Promise<DecisionsAnswer | null> {
  return queued(async () => {
    desk.busy += 1;
    try {
      const body = { who: who(), based_on: desk.version, ...(decision === undefined ? {} : { decision }) };
      const answer = await post<DecisionsAnswer>(`/api/${back}`, body);
      desk.version = answer.version;
      desk.saved = new Date().toTimeString().slice(0, 5);
      say(back === "undo" ? "Undone." : "Done again.");
      void refresh();
      return answer;
    } catch (fault) {
      say(fault instanceof Error ? fault.message : String(fault));
      return null;
    } finally {
      desk.busy -= 1;
    }
  });
}

export interface Asked<T> {
  readonly data: T | null;
  readonly fault: string | null;
  readonly loading: boolean;
}

/**
 * An answer of the API that follows the case: asked again whenever the address or the state of the case changes.
 * What was there stays until the new answer is; `null` for an address asks nothing.
 */
export function asked<T>(path: () => string | null): Asked<T> {
  const answer = $state<{ data: T | null; fault: string | null; loading: boolean; path: string | null }>({
    data: null,
    fault: null,
    loading: true,
    path: null,
  });
  let data = $state.raw<T | null>(null);
  $effect(() => {
    const address = path();
    void desk.version;
    void desk.weighed;
    if (address === null) {
      data = null;
      answer.loading = false;
      return;
    }
    const stop = new AbortController();
    if (untrack(() => answer.path) !== address) {
      data = last<T>(address) ?? null;
      answer.path = address;
      answer.fault = null;
    }
    answer.loading = true;
    get<T>(address, stop.signal)
      .then((found) => {
        data = found;
        answer.fault = null;
        answer.loading = false;
      })
      .catch((fault: unknown) => {
        if (stop.signal.aborted) return;
        answer.fault = fault instanceof Error ? fault.message : String(fault);
        answer.loading = false;
      });
    return () => stop.abort();
  });
  return {
    get data() {
      return data;
    },
    get fault() {
      return answer.fault;
    },
    get loading() {
      return answer.loading && data === null;
    },
  };
}
