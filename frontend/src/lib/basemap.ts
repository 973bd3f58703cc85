/** Coasts and borders for the map, from Natural Earth (public domain) as packed by world-atlas; nothing is fetched from elsewhere. */
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import fine from "world-atlas/countries-10m.json?url";
import coarse from "world-atlas/countries-50m.json?url";

type World = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

export interface Basemap {
  land: FeatureCollection;
  borders: Feature;
  names: FeatureCollection<Point, { name: string; size: number }>;
}

const loading = new Map<string, Promise<Basemap>>();

/** The finer one has ten times the points; a small map does without. */
export function basemap(detail: "coarse" | "fine"): Promise<Basemap> {
  const address = detail === "fine" ? fine : coarse;
  const known = loading.get(address) ?? load(address);
  loading.set(address, known);
  return known;
}

async function load(address: string): Promise<Basemap> {
  const world = (await (await fetch(address)).json()) as World;
  const countries = feature(world, world.objects.countries) as FeatureCollection<Polygon | MultiPolygon, { name: string }>;
  return {
    land: feature(world, world.objects.land) as FeatureCollection,
    borders: { type: "Feature", properties: {}, geometry: mesh(world, world.objects.countries, (a, b) => a !== b) },
    names: { type: "FeatureCollection", features: countries.features.filter((c) => c.geometry).map(nameOf) },
  };
}

/** A country's name at the middle of its largest piece. */
function nameOf(country: Feature<Polygon | MultiPolygon, { name: string }>): Feature<Point, { name: string; size: number }> {
  const rings = country.geometry.type === "Polygon" ? [country.geometry.coordinates[0] ?? []] : country.geometry.coordinates.map((p) => p[0] ?? []);
  const measured = rings.map(middle).sort((a, b) => b.area - a.area)[0] ?? { area: 0, at: [0, 0] };
  return { type: "Feature", properties: { name: country.properties.name, size: measured.area }, geometry: { type: "Point", coordinates: measured.at } };
}

function middle(ring: Position[]): { area: number; at: Position } {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let n = 0; n + 1 < ring.length; n++) {
    const [ax = 0, ay = 0] = ring[n] ?? [];
    const [bx = 0, by = 0] = ring[n + 1] ?? [];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return area === 0 ? { area: 0, at: ring[0] ?? [0, 0] } : { area: Math.abs(area / 2), at: [x / (3 * area), y / (3 * area)] };
}

/** A circle on the ground as a polygon, for drawing how precisely a place is known. */
export function circle(lon: number, lat: number, km: number): Polygon {
  const points: Position[] = [];
  const dy = km / 110.574;
  const dx = km / (111.32 * Math.max(0.05, Math.cos((lat * Math.PI) / 180)));
  for (let n = 0; n <= 48; n++) {
    const t = (n / 48) * 2 * Math.PI;
    points.push([lon + dx * Math.cos(t), Math.max(-89, Math.min(89, lat + dy * Math.sin(t)))]);
  }
  return { type: "Polygon", coordinates: [points] };
}
