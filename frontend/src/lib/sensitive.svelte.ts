/** Names that people marked as sensitive, or as public: no redacted report shows the first. */
import { asked, decide } from "./desk.svelte";
import type { NameMark } from "./types";

export function mark(name: string, sensitive: boolean): void {
  void decide([{ do: "sensitive", name, sensitive }], sensitive ? `${name} stands in no redacted report; undo with u.` : `${name} is public.`);
}

/** The marks that stand, by name; to be asked for while a part is set up. */
export function marks(): { readonly all: readonly NameMark[]; of(name: string): NameMark | undefined } {
  const answer = asked<{ names: NameMark[] }>(() => "/api/names");
  const by = $derived(new Map(answer.data?.names.map((n) => [n.name, n]) ?? []));
  return {
    get all() {
      return answer.data?.names ?? [];
    },
    of: (name) => by.get(name),
  };
}
