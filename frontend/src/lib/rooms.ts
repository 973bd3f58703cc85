/** The rooms in the order of their number keys. Rooms with heavy parts load when they are opened. */
import type { Component } from "svelte";

export interface Room {
  id: string;
  key: string;
  label: string;
  load: () => Promise<{ default: Component }>;
}

export const ROOMS: readonly Room[] = [
  { id: "overview", key: "1", label: "Overview", load: () => import("../rooms/Overview.svelte") },
  { id: "reading", key: "2", label: "Reading", load: () => import("../rooms/Reading.svelte") },
  { id: "claims", key: "3", label: "Claims", load: () => import("../rooms/Claims.svelte") },
  { id: "figures", key: "4", label: "Figures", load: () => import("../rooms/Figures.svelte") },
  { id: "explanations", key: "5", label: "Explanations", load: () => import("../rooms/Explanations.svelte") },
  { id: "origins", key: "6", label: "Origins", load: () => import("../rooms/Origins.svelte") },
  { id: "map", key: "7", label: "Map and time", load: () => import("../rooms/MapAndTime.svelte") },
  { id: "cast", key: "8", label: "Actors", load: () => import("../rooms/Cast.svelte") },
  { id: "report", key: "9", label: "Report", load: () => import("../rooms/Report.svelte") },
];

export const ADD: Room = { id: "add", key: "0", label: "Add", load: () => import("../rooms/Add.svelte") };
