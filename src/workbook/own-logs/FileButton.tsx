import IconFileUpload from '@tabler/icons-react/icons/IconFileUpload'
import { useRef } from 'react'
import controls from '#ui/theme/controls.module.css'

/** Opens files of one's own where dropping them is not to hand. */
export function FileButton({
  onFiles,
  isSmall = false,
}: {
  readonly onFiles: (files: readonly File[]) => void
  readonly isSmall?: boolean
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={`${controls.button} ${isSmall ? controls.small : ''}`} onClick={() => input.current?.click()}>
        <IconFileUpload size={isSmall ? 16 : 19} stroke={1.8} aria-hidden />
        Open a log file
      </button>
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label="Log files"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
