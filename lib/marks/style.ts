/**
 * All styles of the overlay. They stand in its shadow root only: none reaches the page. What the page says of all elements
 * stops at the host, where an important rule from inside is stronger than one from outside (CSS Scoping 1, 3.1).
 */
export const STYLE = `
:host{all:initial!important;position:absolute!important;top:0!important;left:0!important;z-index:2147483000!important;
direction:ltr!important}
*{box-sizing:border-box;margin:0;padding:0;font:inherit}
.mark,.bar{color-scheme:light;--ground:light-dark(#fff,#23272d);--line:light-dark(#c9ced3,#4a515b);
--text:light-dark(#17191c,#e8eaed);--quiet:light-dark(#565d66,#a9b1bb);--hover:light-dark(#eef1f2,#333942);
--accent:light-dark(#0a6a60,#62cdbd);--on:light-dark(#fff,#06211d);
font:500 12px/1.3 system-ui,sans-serif;color:var(--text)}
.dark{color-scheme:dark}
button{display:inline-flex;align-items:center;justify-content:center;gap:4px;border:0;background:none;color:var(--quiet);
cursor:pointer;white-space:nowrap}
button:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
svg{width:12px;flex:none}
.line{fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
.shape{fill:currentColor}
.mark{position:absolute;width:0;display:flex}
.right{justify-content:flex-end}
.away{visibility:hidden}
.mark:hover,.mark:focus-within,.open{z-index:1}
.box{position:relative;display:flex;flex:none;height:24px;border-radius:12px;background:var(--ground);
box-shadow:0 0 0 1px var(--line)}
.right .box{flex-direction:row-reverse}
.box button{min-width:24px;border-radius:12px}
.pill{padding:0 8px 0 7px}
.new .box{box-shadow:0 0 0 1px var(--accent)}
.new .pill{background:var(--accent);color:var(--on);font-weight:600}
.starred .pill,.reading .pill{color:var(--text)}
:is(.starred,.reading) .pill svg,[aria-pressed=true]{color:var(--accent)}
.faint:not(.open,:hover,:has(:focus-visible)){opacity:.6;& .pill{padding:0 6px;& span{display:none}}}
.acts,.note{display:none}
.acts button{width:26px}
.acts button:hover,.bar button:hover{background:var(--hover);color:var(--text)}
.note{position:absolute;top:100%;margin-top:4px;width:max-content;max-width:320px;padding:4px 8px;border-radius:6px;
background:var(--ground);color:var(--quiet);box-shadow:0 0 0 1px var(--line),0 2px 8px #0003;pointer-events:none}
.right .note{right:0}
:is(.open,.mark:has(:focus-visible)) :is(.acts,.note){display:flex}
@media(hover:hover){.mark:hover :is(.acts,.note){display:flex}}
.bar{position:fixed;z-index:2;right:16px;bottom:16px;max-width:calc(100vw - 32px);display:flex;flex-wrap:wrap;align-items:center;gap:2px;padding:4px;border-radius:10px;background:var(--ground);box-shadow:0 0 0 1px var(--line),0 2px 10px #0002}
.start{right:auto;left:16px}
.bar button{height:28px;min-width:28px;padding:0 8px;border-radius:6px}
.bar div{display:contents}
.bar span{padding:0 8px;font-weight:600}
.bar b{padding-left:8px;color:var(--quiet)}
.bar .words{color:var(--accent)}
.bar [aria-expanded=false] svg{rotate:180deg}
[hidden]{display:none!important}
@media(forced-colors:active){.box,.bar,.note,[aria-pressed=true]{border:1px solid}}
@media print{:host{display:none!important}}
`;
