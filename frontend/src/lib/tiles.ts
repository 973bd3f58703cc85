/** A user's own map file (PMTiles), read from their disk by the browser; nothing is uploaded or fetched. */
import { addProtocol, type Map as Chart } from "maplibre-gl";
import { FileSource, PMTiles, Protocol, TileType } from "pmtiles";

const protocol = new Protocol();
let added = false;

/** Draw a file below the places, and tell which layers of it are drawn. */
export async function addTiles(map: Chart, file: File, colour: (name: string) => string): Promise<string[]> {
  if (!added) addProtocol("pmtiles", protocol.tile);
  added = true;
  const tiles = new PMTiles(new FileSource(file));
  protocol.add(tiles);
  const header = await tiles.getHeader();
  const url = `pmtiles://${tiles.source.getKey()}`;
  if (map.getSource("own")) {
    for (const layer of map.getStyle().layers) if (layer.id.startsWith("own")) map.removeLayer(layer.id);
    map.removeSource("own");
  }
  if (header.tileType !== TileType.Mvt) {
    map.addSource("own", { type: "raster", url, tileSize: 256 });
    map.addLayer({ id: "own", type: "raster", source: "own", paint: { "raster-saturation": -0.6 } }, "areas");
    return ["raster"];
  }
  const metadata = (await tiles.getMetadata()) as { vector_layers?: { id: string }[] };
  const ids = metadata.vector_layers?.map((l) => l.id) ?? [];
  map.addSource("own", { type: "vector", url });
  const lines = ids.filter((id) => /road|transport|rail|highway|boundar|waterway/i.test(id));
  const fills = ids.filter((id) => /^(water|ocean|lakes?|landuse|landcover|buildings?)$/i.test(id));
  for (const id of fills) {
    const tone = /water|ocean|lake/i.test(id) ? "sunk" : "wash";
    map.addLayer({ id: `own ${id}`, type: "fill", source: "own", "source-layer": id, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": colour(tone) } }, "areas");
  }
  for (const id of lines)
    map.addLayer({ id: `own ${id}`, type: "line", source: "own", "source-layer": id, paint: { "line-color": colour("edge"), "line-width": 0.8, "line-opacity": 0.7 } }, "areas");
  return [...fills, ...lines];
}
