/** Text an author wrote in Markdown, parsed at build time; drawn as elements, never as HTML. */
export type Prose = readonly Block[]

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Prose[] }
  | { readonly kind: 'quote'; readonly children: Prose }
  | {
      readonly kind: 'code'
      readonly language: string
      readonly info: string
      readonly text: string
      readonly tokens?: readonly CodeToken[]
    }
  | { readonly kind: 'image'; readonly source: string; readonly description: string }
  | { readonly kind: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' }

/** A coloured piece of code; `style` is a class of the house's syntax colours. */
export type CodeToken = { readonly text: string; readonly style?: SyntaxStyle }

export type SyntaxStyle = 'keyword' | 'field' | 'function' | 'string' | 'number' | 'regex' | 'comment' | 'operator' | 'punctuation'
