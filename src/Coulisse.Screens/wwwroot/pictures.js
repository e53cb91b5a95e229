// A picture that a person chose, as greys: width and height in two bytes each, then a byte for each point. The browser reads
// the file, whatever it is; the program gets nothing but points.
const edgeMax = 2000;
const greysOf = picture => {
  const scale = Math.min(1, edgeMax / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale)), height = Math.max(1, Math.round(picture.height * scale));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const drawn = canvas.getContext('2d');
  drawn.fillStyle = '#fff';
  drawn.fillRect(0, 0, width, height);
  drawn.drawImage(picture, 0, 0, width, height);
  picture.close();
  const points = drawn.getImageData(0, 0, width, height).data;
  const greys = new Uint8Array(4 + width * height);
  greys.set([width & 255, width >> 8, height & 255, height >> 8]);
  for (let from = 0, to = 4; to < greys.length; from += 4, to++)
    greys[to] = (points[from] * 77 + points[from + 1] * 150 + points[from + 2] * 29) >> 8;
  return greys;
};
window.coulissePictures = {
  count: input => input.files.length,
  greys: async (input, at) => {
    try {
      return await greysOf(await createImageBitmap(input.files[at]));
    } catch {
      return new Uint8Array(1); // no picture that this browser reads; nothing at all cannot be handed over
    }
  },
};
