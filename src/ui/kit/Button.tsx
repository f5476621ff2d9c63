import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import styles from './Button.module.css'

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary`: the one thing to do on a screen; `quiet`: no border, for what stands beside a text. */
  readonly look?: 'primary' | 'plain' | 'quiet'
  readonly size?: 'small' | 'normal'
  readonly icon?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button in the house's three looks. */
export function Button({ look = 'plain', size = 'normal', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={classNames(styles.button, styles[look], size === 'small' && styles.small, className)}>
      {icon}
      {children}
    </button>
  )
}
