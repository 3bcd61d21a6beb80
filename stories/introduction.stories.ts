// SPDX-License-Identifier: MIT
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html } from 'lit';

const page = css`
  article {
    max-inline-size: 40rem;
    margin-inline: auto;
    padding: 2rem;
    font: 1rem/1.6 system-ui, sans-serif;
    color: CanvasText;
    background: Canvas;
  }
`;

const meta: Meta = { title: 'Introduction' };
export default meta;

export const Introduction: StoryObj = {
  render: () => html`
    <style>
      ${page.cssText}
    </style>
    <article>
      <h1>Vitrine</h1>
      <p>A live shopping room for any web page: framework-agnostic web components, one event bus, any back end.</p>
      <h2>How to read these pages</h2>
      <p>
        Every component has a folder of stories: how it looks by default, in each of its states, with long text, and
        when something is refused. The switches in the toolbar change colours, language, direction of writing and
        motion for all of them.
      </p>
      <p>
        All stories get their room from the <code>demo</code> adapter, with a clock that stands still and a fixed seed,
        so that a picture taken twice is the same.
      </p>
      <p>The accessibility panel runs axe on what you see.</p>
    </article>
  `,
};
