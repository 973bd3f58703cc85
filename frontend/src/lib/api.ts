/** The HTTP API: answers are kept by address and asked for again with their ETag, so that what did not change costs nothing. */

export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly body: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

const kept = new Map<string, { tag: string; answer: unknown }>();
const KEPT_MOST = 60;

async function refusal(response: Response): Promise<Refusal> {
  try {
    const body = (await response.json()) as Record<string, unknown>;
    return new Refusal(String(body["error"] ?? response.statusText), response.status, body);
  } catch {
    return new Refusal(`The server answered ${response.status} without saying why.`, response.status);
  }
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: "same-origin" });
  } catch {
    throw new Refusal("sayso does not answer. Is “sayso serve” still running in its terminal?", 0);
  }
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const known = kept.get(path);
  const headers: Record<string, string> = known ? { "If-None-Match": known.tag } : {};
  let response: Response;
  try {
    response = await ask(path, { headers, ...(signal ? { signal } : {}) });
  } catch (fault) {
    if (signal?.aborted) throw new DOMException("Aborted", "AbortError");
    throw fault;
  }
  if (response.status === 304 && known) return known.answer as T;
  if (!response.ok) throw await refusal(response);
  const answer = (await response.json()) as T;
  const tag = response.headers.get("ETag");
  if (tag) {
    kept.delete(path);
    kept.set(path, { tag, answer });
    if (kept.size > KEPT_MOST) kept.delete(kept.keys().next().value ?? "");
  }
  return answer;
}

/** What an address gave last, if it was asked. */
export const last = <T>(path: string): T | undefined => kept.get(path)?.answer as T | undefined;

export async function post<T>(path: string, body: unknown): Promise<T> {
  const form = body instanceof FormData;
  const response = await ask(path, {
    method: "POST",
    body: form ? body : JSON.stringify(body),
    headers: form ? {} : { "Content-Type": "application/json" },
  });
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as T;
}

/** Ask for a file and hand it to the reader's own downloads. */
export async function download(path: string, name: string): Promise<void> {
  const response = await ask(path, {});
  if (!response.ok) throw await refusal(response);
  const given = response.headers.get("Content-Disposition")?.match(/filename="([^"]+)"/)?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = given ?? name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 30_000);
}
