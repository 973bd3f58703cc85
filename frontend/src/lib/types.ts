/** What the HTTP API gives: the records of sayso, as JSON. Unknown is null; offsets are code points, half-open. */

export interface Span { start: number; end: number; text: string }
export interface Speaker extends Span { entity: string | null }
export interface Passage extends Span { document: string; title?: boolean }
export interface Reason { step: string; says: string; passages: Passage[] }

export type Certainty = "certain" | "probable" | "possible" | "unknown";
export const CERTAINTIES: readonly Certainty[] = ["certain", "probable", "possible", "unknown"];
export type Polarity = "affirmed" | "denied";
export type ClaimState = "proposed" | "accepted" | "rejected" | "edited" | "marked";
export const STATES: readonly ClaimState[] = ["proposed", "accepted", "rejected", "edited", "marked"];
export type Relation = "original" | "reprint" | "rewrite" | "cites" | "independent";
export const RELATIONS: readonly Relation[] = ["original", "independent", "reprint", "rewrite", "cites"];
export type Rating = "CC" | "C" | "N" | "I" | "II" | "NA";
export type RuleName = "airwars" | "ucdp" | "acled" | "gtd";
export type Standing = "agreed" | "contested" | "unknown" | "single";

export interface Claim {
  id: string;
  source: Speaker | null;
  cue: Span | null;
  content: Span[];
  via?: Span[];
  certainty?: Certainty;
  polarity?: Polarity;
  score?: number;
  within?: string | null;
}

export interface Decision {
  id: number;
  kind: string;
  subject: string;
  value: unknown;
  who: string;
  when: string;
  undone?: boolean;
  says?: string;
}

export interface ClaimView {
  claim: Claim;
  state: ClaimState;
  who: string | null;
  when: string | null;
  decision: number | null;
  program: Claim | null;
  part_of: string | null;
  disagreement: Decision[];
  credibility?: number | null;
  document?: string;
}

/** Worked out from independent origins: 1 confirmed to 6 cannot be judged. */
export interface Credibility { digit: number; agree: number; against: number; reasons: Reason[] }
export interface CredibilityAnswer { version: string; claims: Record<string, Credibility> }

export interface Mention extends Span { type: string; entity?: string | null }
export interface PlaceSpan extends Span { name: string; country?: string | null; lat?: number | null; lon?: number | null; precision?: string; place?: string; decided?: boolean }
export interface TimeSpan extends Span { type: string; value: string }
export interface FigureSpan extends Span {
  what: string; of: string | null; low: number | null; high: number | null; wording: string;
  negated?: boolean; claim?: string | null; group?: string | null; background?: boolean;
}
export interface ExplanationSpan extends Span { cue: string; certainty: Certainty; claim?: string | null }

export interface Document {
  id: string; path?: string | null; sha256: string; outlet?: string | null; title?: string | null; author?: string | null;
  published?: string | null; language?: string | null; text: string; url?: string | null; published_how?: string | null;
  media_type?: string; encoding?: string | null; extractor?: string; links?: string[]; unread?: string | null;
}
export interface Capture {
  retrieved: string; method: string; tool: string; location: string; final_url?: string | null; status?: number | null;
}
export interface DocumentAnswer {
  version: string;
  document: Document;
  claims: ClaimView[];
  mentions: Mention[];
  places: PlaceSpan[];
  times: TimeSpan[];
  figures: FigureSpan[];
  explanations: ExplanationSpan[];
  copy: { warc: string; offset: number; length: number; record_id: string; sha256: string; capture: Capture } | null;
  captures: { id: string; retrieved: string; sha256: string }[];
  decisions: Decision[];
  original: { url: string; kind: "html" | "pdf" | "text" | "other"; pages: number | null; download: string };
}
export interface DocumentRow {
  id: string; name: string; title: string | null; outlet: string | null; published: string | null; language: string | null;
  media_type: string; url: string | null; origin: string | null; relation: Relation; of: string | null; overruled: boolean;
  claims: number; decided: number; characters: number; unread: string | null; grade: string | null; distrusted: boolean; incident: string | null;
}
export interface OriginRow { id: string; name: string; documents: string[] }
export interface Refused { name: string; reason: string }
export interface DocumentsAnswer { version: string; documents: DocumentRow[]; origins: OriginRow[]; refused: Refused[] }

export interface Range {
  minimum: number | null; best: number | null; maximum: number | null;
  origins: number; contested: boolean; rule: RuleName; reasons: Reason[];
}
export interface FigureRow extends Omit<Range, "reasons"> { key: string; reasons: string[]; accounts: number; proposed: boolean; unit?: string | null }
export interface Account {
  id: string; what: string; of: string | null; group: string | null; low: number | null; high: number | null; wording: string;
  origin: string; speaker: string | null; outlet: string | null; documents: string[]; grade: string | null; as_of: string | null;
  used: "counts" | "maximum only" | "set aside" | "superseded" | "folded"; why: string; passage: Passage;
  doubt?: "denies" | "does not confirm" | null;
  certainty?: Certainty; proposed?: boolean; name?: string; claim?: string | null;
}
export interface Triple { minimum: number | null; best: number | null; maximum: number | null; contested?: boolean }
export interface FigureAnswer {
  version: string; key: string; range: Range; accounts: Account[]; other_rules: Record<string, Triple>;
  without: Record<string, Triple>; before: Range | null;
}
export interface Statement { standing: Standing; says: string; for_origins: string[]; against_origins: string[]; passages: Passage[]; polarity?: Polarity }
export interface IncidentRow { id: string; title: string | null; date: string | null; place: string | null; documents: number; killed: FigureRow; injured: FigureRow; subject: boolean; document_ids?: string[]; reasons?: string[] }
export interface TimelineRow { when: string; says: string; speaker: string | null; documents: string[]; passage: Passage }

export interface HypothesisScore { name: string; scores: Record<string, number>; rank: number; probability: number; low?: number | null; high?: number | null; words?: string | null; ranks?: Record<string, number> }
export interface EvidenceScore { name: string; diagnosticity: number; between_leaders: number; decides: boolean; weight?: number }
export interface LeftOut { kind: "row" | "source" | "origin"; name: string; leaders: string[]; changes: boolean; contenders?: string[]; probabilities?: number[] }
export interface Gaps { unrated?: string[]; partly_rated?: string[]; untested?: string[]; non_diagnostic?: string[] }
export interface Verdict {
  method: string; hypotheses: HypothesisScore[]; leaders: string[]; separated: boolean; evidence: EvidenceScore[]; without: LeftOut[];
  leaders_by_method?: Record<string, string[]>; contenders?: string[]; margin?: number; gaps?: Gaps;
  groups?: LinkedGroup[]; overturn?: Overturn; confidence?: "low" | "moderate" | "high"; doubts?: string[];
}
export interface LinkedGroup { names: string[]; probability: number; low: number; high: number; words: string }
export interface Overturn { without?: string[]; then?: string[]; changes?: { evidence: string; hypothesis: string; was: Rating | null; now: Rating }[]; steps?: number; then_changed?: string[] }
export interface Evidence { name: string; cells: (Rating | null)[]; credibility?: string | null; relevance?: string | null; grade?: string | null; source?: string | null; origin?: string | null; passages?: Passage[]; set_aside?: boolean }
export interface Matrix { hypotheses: string[]; evidence: Evidence[]; priors?: number[]; links?: HypothesisLink[] }
export type LinkKind = "overlaps" | "variant";
export interface HypothesisLink { first: string; second: string; kind: LinkKind }
export interface Panel {
  hypotheses: string[]; pooled: number[]; agreement: number | null; analysts: { analyst: string; rated: number; leaders: string[]; probabilities: number[] }[];
  cells: { evidence: string; hypothesis: string; ratings: Record<string, Rating>; spread: number }[];
}
export type Settled = "happened" | "did not happen" | "cannot be told";
export interface Indicator {
  says: string; by: string; ratings: Record<string, Rating>; who: string; made: string; probability: number | null; state: Settled | "open";
  resolved: string | null; note: string | null; brier: number | null;
}
export interface RowPull { evidence: string; source: string | null; origin: string | null; pull: number }
export interface PostMortem {
  true: string[]; note: string | null; who: string; when: string; probabilities: Record<string, number>; led: boolean; brier: number; even: number;
  rival: string | null; misled: RowPull[]; helped: RowPull[];
}
export interface NameMark { name: string; sensitive: boolean; who: string; when: string }
export interface StandingRating { evidence: string; hypothesis: string; rating: Rating; who: string; when: string; decision: number }
export interface HypothesesAnswer {
  version: string; matrix: Matrix | null; verdict: Verdict | null; proposals: { name: string; passages: Passage[] }[];
  panel: Panel | null; indicators: Indicator[]; post_mortem: PostMortem | null; ratings: StandingRating[]; likelihood: { words: string; low: number; high: number }[];
}

export interface Overview {
  version: string; title: string; note: string | null; now: string | null; incident: IncidentRow | null; other_incidents: IncidentRow[];
  counts: Counts; standing: Record<Standing, Statement[]>; figures: FigureRow[]; accounts: Account[]; timeline: TimelineRow[];
  hypotheses: { verdict: Verdict | null; matrix: Matrix | null };
  next: { kind: string; says: string; where: string }[]; refused: Refused[];
}
export interface Counts {
  documents: number; origins: number | null; claims: number; asserted: number; decided: number; proposed: number; rejected: number; refused: number; incidents: number | null;
}
export interface Job {
  id: string; what: string; state: "waiting" | "running" | "done" | "failed"; stored: number; read: number; total: number | null;
  refused: Refused[]; events: { name: string; outcome: string; document: string | null; reason: string | null }[]; error: string | null;
}
/** What is being worked out, and how far it is. */
export interface Weighing {
  step: string;
  done: number;
  of: number;
}

export interface Session {
  version: string; weighed: string | null; weighing: Weighing | null; name: string; title: string; note: string | null; who: string; software: string;
  rules: RuleName[]; rule: RuleName; forms: string[]; report_forms: string[]; counts: Counts; jobs: Job[];
  can_undo: Decision | null; can_redo: Decision | null;
}
export interface ProposedGrade { letter: "A" | "B" | "C" | "D" | "E" | "F"; compared: number; agree: number; against: number; reasons: { step: string; says: string }[] }
export interface SourceRow { name: string; kind: "outlet" | "speaker"; documents: number; claims: number; origins: string[]; grade: string | null; distrusted: boolean; proposed?: ProposedGrade | null }
export interface Actor { id: string; name: string; type: string; spellings: string[]; documents: string[]; mentions: number; known_as: string | null; reasons: Reason[]; decided: boolean }
export interface OriginsAnswer {
  version: string;
  nodes: { id: string; label: string; outlet: string | null; published: string | null; origin: string }[];
  links: { id: string; of: string | null; relation: Relation; origin: string; why: string; overruled: boolean; decision: number | null }[];
  origins: OriginRow[];
}
export interface PlaceProperties {
  id: string; name: string; country: string | null; precision: string; radius_km: number; mentions: number; documents: string[];
  spellings: string[]; decided: boolean; score: number; says: string; when: string[];
}
export interface PlacesAnswer {
  version: string;
  features: { type: "FeatureCollection"; features: { type: "Feature"; geometry: { type: "Point"; coordinates: [number, number] }; properties: PlaceProperties }[] };
  unplaced: { id: string; name: string; spellings: string[]; mentions: number; documents: string[] }[];
}
export type WrittenPlace = "before" | "after" | "instead";
export interface Written { section: string; place: WrittenPlace; text: string; who: string; when: string; over: string | null }
export interface Section { id: string; title: string; written: Written[] }
export interface Hit { document: string; title: string | null; outlet: string | null; passage: Passage; matches: Passage[]; score: number }
export interface Contradiction { says: string; for: Passage[]; against: Passage[]; for_origins: string[]; against_origins: string[] }

export interface ClaimTable {
  version: string; n: number; documents: string[]; speakers: string[]; outlets: string[]; actors: { id: string; name: string }[];
  places: { id: string; name: string }[]; days: string[]; origins: string[] | null; whole?: boolean;
  columns: {
    id: string[]; document: number[]; speaker: number[]; outlet: number[]; origin: number[]; certainty: number[]; polarity: number[]; score: number[];
    state: number[]; start: number[]; end: number[]; text: string[]; via: string[]; actor: number[][]; place: number[][]; day: number[][]; figures: string[];
  };
}

export interface SpanEnds { start: number; end: number }
export interface ClaimFields {
  source?: (SpanEnds & { entity?: string | null }) | null;
  cue?: SpanEnds | null;
  content?: SpanEnds[];
  via?: SpanEnds[];
  certainty?: Certainty;
  polarity?: Polarity;
}
export type Action =
  | { do: "accept" | "reject" | "reopen"; claim: string }
  | ({ do: "edit"; claim: string } & ClaimFields)
  | { do: "split"; claim: string; parts: ClaimFields[] }
  | ({ do: "mark"; document: string; content: SpanEnds[] } & ClaimFields)
  | { do: "grade"; source: string; grade: string }
  | { do: "grade_claim"; claim: string; credibility: number | null }
  | { do: "distrust"; source: string; distrusted: boolean }
  | { do: "overrule"; document: string; relation: Relation; of: string | null }
  | { do: "place"; place: string; lat: number; lon: number; precision?: string; name?: string }
  | { do: "place"; place: string; unplaced: true }
  | { do: "merge_actors"; actors: string[]; name?: string }
  | { do: "split_actor"; actor: string; spellings: string[] }
  | { do: "rename_actor"; actor: string; name: string }
  | { do: "merge_incidents"; incidents: string[] }
  | { do: "move_document"; document: string; incident: string | null }
  | { do: "hypothesis"; name: string; prior: number | null }
  | { do: "rate"; evidence: string; hypothesis: string; rating: Rating }
  | { do: "weigh_evidence"; evidence: string; credibility?: string; relevance?: string; grade?: string; source?: string }
  | { do: "choose_incident"; incident: string }
  | { do: "link_hypotheses"; first: string; second: string; kind: LinkKind | "none" }
  | { do: "indicator"; says: string; by: string; ratings: Record<string, Rating>; probability: number | null }
  | { do: "settle"; says: string; state: Settled; on: string | null; note: string | null }
  | { do: "outcome"; true: string[]; note: string | null }
  | { do: "section"; section: string; text: string; place: WrittenPlace }
  | { do: "sensitive"; name: string; sensitive: boolean };

export interface DecisionsAnswer { version: string; decisions: Decision[]; claims: ClaimView[] }
