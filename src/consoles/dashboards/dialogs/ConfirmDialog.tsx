import { Button } from '#ui/kit/Button.tsx'
import { Dialogue } from './Dialogue.tsx'
import styles from './Dialogue.module.css'

type ConfirmDialogProps = { readonly title: string; readonly says: string; readonly confirm: string; onClose(): void; onConfirm(): void }

/** Asks once more before something goes. */
export function ConfirmDialog({ title, says, confirm, onClose, onConfirm }: ConfirmDialogProps) {
  return (
    <Dialogue title={title} onClose={onClose}>
      <p>{says}</p>
      <div className={styles.buttons}>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Dialogue>
  )
}
