import type { PhotoBytes } from '../queue/types'

/** Longest side of a photo that is sent, pixels: enough to read a mark on a cover, small enough for a bad network. */
export const LONGEST_SIDE = 1920
const QUALITY = 0.82
/** What every service takes at most. */
export const MOST_PHOTOS = 9

/** The size a picture is drawn at: never larger than it is, with the same proportions. */
export function scaled(width: number, height: number, longest = LONGEST_SIDE): { width: number; height: number } {
  const factor = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

/**
 * A picture of the camera as it is sent: upright, at most {@link LONGEST_SIDE} pixels long, JPEG, and with nothing in it
 * but the picture.
 *
 * @throws Error when the file is no picture that the browser can read
 */
export async function shrink(file: Blob): Promise<PhotoBytes> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const { width, height } = scaled(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('the browser cannot draw')
    // JPEG has no transparency; it would turn black.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.drawImage(picture, 0, 0, width, height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    if (blob === null) throw new Error('the picture cannot be written')
    return { bytes: await blob.arrayBuffer(), type: 'image/jpeg' }
  } finally {
    picture.close()
  }
}
