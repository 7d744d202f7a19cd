/**
 * The part of React that the virtual list asks for, made of Preact; the build puts it in React's place. preact/compat
 * does the same and much more, for 2 kB of the 60 that the popup may weigh.
 */
import { Component, type ComponentType, createElement, options, type Ref, type VNode } from 'preact';

export { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';

const forwarding = new WeakSet<object>();
const before = options.vnode;

// Preact keeps `ref` from a component; one that forwards it gets it as a property of another name.
options.vnode = (vnode: VNode) => {
  if (typeof vnode.type === 'function' && forwarding.has(vnode.type) && vnode.ref) {
    Object.assign(vnode.props, { forwardedRef: vnode.ref });
    vnode.ref = null;
  }
  before?.(vnode);
};

/** A component that hands the ref it is given on to an element of its own. */
export function forwardRef<Target, Props extends object>(
  draw: (props: Props, ref: Ref<Target>) => VNode | null,
): ComponentType<Props & { ref?: Ref<Target> }> {
  function Forwarding({ forwardedRef = null, ...props }: Props & { forwardedRef?: Ref<Target> }) {
    return draw(props as unknown as Props, forwardedRef);
  }
  forwarding.add(Forwarding);
  return Forwarding;
}

/** A component that is drawn again only when one of its properties is another. */
export function memo<Props extends object>(Inner: ComponentType<Props>): ComponentType<Props> {
  class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return !isSame(this.props, next);
    }
    render() {
      return createElement(Inner, this.props as Props);
    }
  }
  if (forwarding.has(Inner)) forwarding.add(Memo);
  return Memo;
}

function isSame(a: object, b: object): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => Object.is(Reflect.get(a, name), Reflect.get(b, name)));
}

/** Does a change and draws it before returning. */
export function flushSync(change: () => void): void {
  const later = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  try {
    change();
  } finally {
    if (later) options.debounceRendering = later;
    else delete options.debounceRendering;
  }
}
