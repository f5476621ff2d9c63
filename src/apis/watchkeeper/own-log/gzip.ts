// https://www.rfc-editor.org/rfc/rfc1952
import { Gunzip } from 'fflate'

/** Packed bytes in, unpacked ones out as they come; several members of one file follow each other, as S3 exports have them. */
export type Unpacker = {
  /** False: what came is broken, and nothing more is read of it. */
  push(bytes: Uint8Array): boolean
  /** Whether the last member is whole: it ends with its own size. */
  isWhole(): boolean
}

export function createUnpacker(onBytes: (bytes: Uint8Array) => void): Unpacker {
  let size = 0
  let tail = new Uint8Array()
  let isBroken = false
  const gunzip = new Gunzip((bytes) => {
    size += bytes.length
    onBytes(bytes)
  })
  gunzip.onmember = () => void (size = 0)
  return {
    push(bytes) {
      if (isBroken) return false
      tail = new Uint8Array([...tail, ...bytes.subarray(-4)]).slice(-4)
      try {
        gunzip.push(bytes)
      } catch (failure) {
        if (!isFormatError(failure)) throw failure
        isBroken = true
      }
      return !isBroken
    },
    isWhole: () => !isBroken && tail.length === 4 && new DataView(tail.buffer).getUint32(0, true) === size % 2 ** 32,
  }
}

/** The library numbers what is wrong with an archive; anything else it throws is no archive's fault. */
const isFormatError = (failure: unknown): boolean => failure instanceof Error && 'code' in failure && typeof failure.code === 'number'
