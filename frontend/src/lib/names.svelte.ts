/** Names that people know for ids: documents by outlet and headline, origins by whoever stands first in them. */
import { asked } from "./desk.svelte";
import type { DocumentRow, DocumentsAnswer } from "./types";


let known = $state.raw<{ documents: Map<string, DocumentRow>; origins: Map<string, string> }>({ documents: new Map(), origins: new Map() });
let answer = $state.raw<DocumentsAnswer | null>(null);

/** Ask once for the whole page; called by the page's frame. */
export function followDocuments(): { readonly data: DocumentsAnswer | null; readonly fault: string | null; readonly loading: boolean } {
  const found = asked<DocumentsAnswer>(() => "/api/documents");
  $effect(() => {
    const data = found.data;
    if (!data || data === answer) return;
    answer = data;
    known = { documents: new Map(data.documents.map((d) => [d.id, d])), origins: new Map(data.origins.map((o) => [o.id, o.name])) };
  });
  return found;
}

export const documents = (): DocumentsAnswer | null => answer;
export const documentRow = (id: string): DocumentRow | undefined => known.documents.get(id);

export function titleOf(row: Pick<DocumentRow, "title" | "name">): string {
  return row.title?.trim() || row.name;
}

export function named(id: string): string {
  const row = known.documents.get(id);
  if (!row) return "a document";
  return row.outlet || titleOf(row);
}

/** Outlet and headline. */
export function fullName(id: string): string {
  const row = known.documents.get(id);
  if (!row) return "a document";
  return row.outlet ? `${row.outlet}: ${titleOf(row)}` : titleOf(row);
}

export function originName(id: string): string {
  const name = known.origins.get(id);
  if (name) return name;
  return known.documents.has(id) ? named(id) : "a speaker’s own";
}
