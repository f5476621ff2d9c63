import {
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentType,
} from 'react'
import type { TextRange } from '#lib/text/text-range.ts'
import { classNames } from '#ui/kit/class-names.ts'
import type { EditorHandle, EditorProps } from './editor-props.ts'
import type { MonacoEditorProps, StandingEditor } from './monaco/MonacoEditor.tsx'
import { MonacoBoundary } from './MonacoBoundary.tsx'
import { PlainEditor } from './PlainEditor.tsx'
import { Problems } from './Problems.tsx'
import { useIdle } from './use-idle.ts'
import styles from './Editor.module.css'

/** When Monaco does not come the text area stays, and does everything that matters. */
const Monaco = lazy<ComponentType<MonacoEditorProps>>(() => import('./monaco/MonacoEditor.tsx').catch(() => ({ default: () => null })))

/** Monaco does not support phones; where nobody can be asked there is no screen either. */
const isWanted = (): boolean => typeof matchMedia === 'function' && !matchMedia('(pointer: coarse)').matches

/** Monaco comes between two words, not within one. */
const QUIET = 400
const MOST_STEPS = 500

/** The editor of every language: a text area at once, Monaco in its place once it stands. */
export function Editor({ ref, ...props }: EditorProps) {
  const { value, onChange } = props
  const plain = useRef<EditorHandle>(null)
  const rich = useRef<EditorHandle>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const history = useRef<readonly string[]>([value])
  const [isComposing, setComposing] = useState(false)
  const hadFocus = useRef(false)
  const [standing, setStanding] = useState<StandingEditor>()
  const [isRich, setRich] = useState(false)
  const isIdle = useIdle()
  const problemsId = useId()

  const current = () => (isRich ? rich.current : plain.current)
  useImperativeHandle(ref, () => ({
    focus: () => current()?.focus(),
    insert: (text) => current()?.insert(text),
    select: (range) => current()?.select(range),
  }))
  useEffect(() => {
    if (!standing || isRich || isComposing) return undefined
    const timer = setTimeout(() => {
      if (!area.current) return
      const { selectionStart: from, selectionEnd: to } = area.current
      const typed = history.current.at(-1) === value ? history.current : [...history.current, value]
      standing.takeOver({ history: typed, from, to })
      hadFocus.current = document.activeElement === area.current
      setRich(true)
    }, QUIET)
    return () => clearTimeout(timer)
  }, [standing, isRich, isComposing, value])

  const { goTo } = props
  // before the place, not over it: the next key must not replace what is only misplaced
  const go = ({ from }: TextRange) => current()?.select({ from, to: from })
  const follow = useEffectEvent(go)
  useEffect(() => {
    if (goTo) follow(goTo)
  }, [goTo])

  // Only now is Monaco no longer inert, and a focus given to it stays.
  useLayoutEffect(() => {
    if (isRich && hadFocus.current) standing?.focus()
  }, [isRich, standing])

  const typed = (text: string) => {
    history.current = [...history.current.slice(1 - MOST_STEPS), text]
    onChange(text)
  }
  const giveUp = () => {
    setStanding(undefined)
    setRich(false)
  }
  return (
    <div className={styles.editor} onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)}>
      {isRich ? null : <PlainEditor {...props} onChange={typed} ref={plain} area={area} problemsId={problemsId} />}
      {isIdle && isWanted() ? (
        <div className={classNames(!isRich && styles.waiting)} inert={!isRich}>
          <MonacoBoundary onBreak={giveUp}>
            <Suspense>
              <Monaco {...props} onChange={(text) => isRich && onChange(text)} ref={rich} onReady={setStanding} />
            </Suspense>
          </MonacoBoundary>
        </div>
      ) : null}
      {props.diagnostics.length === 0 ? null : <Problems id={problemsId} text={value} diagnostics={props.diagnostics} onGo={go} />}
    </div>
  )
}
