import { Problem } from '@/shared/api'
import { signedFetch } from '@/shared/api/signed'

/** Above this a photo is made smaller before it is sent: on site the network is a telephone's. */
const LARGE = 1_500_000
const LONGEST_EDGE = 2560
const QUALITY = 0.85

/** The photo as it is sent: as it is when it is small, or when this browser cannot read it. */
async function fit(file: File): Promise<Blob> {
  if (file.size <= LARGE) return file
  try {
    const image = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST_EDGE / Math.max(image.width, image.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.width * scale)
    canvas.height = Math.round(image.height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    image.close()
    const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    return smaller !== null && smaller.size < file.size ? smaller : file
  } catch {
    return file
  }
}

/**
 * Uploads a photo of evidence.
 *
 * @returns its id, to be named in a command
 * @throws Problem when it was refused or the server not reached
 */
export async function uploadPhoto(file: File): Promise<string> {
  try {
    const body = await fit(file)
    const type = /^image\/(jpeg|png|webp)$/.test(body.type) ? body.type : 'application/octet-stream'
    const response = await signedFetch(
      new Request(new URL('/api/department/photos', location.origin), {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      }),
    )
    if (!response.ok) throw await Problem.from(response)
    return ((await response.json()) as { id: string }).id
  } catch (thrown) {
    throw Problem.of(thrown)
  }
}
