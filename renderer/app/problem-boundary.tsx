import { Component, type ReactNode } from 'react';
import { ProblemState } from '../parts/problem-state.tsx';
import { Screen } from '../parts/screen.tsx';

interface ProblemBoundaryProps {
  /** What to do before it is tried again. */
  onRetry?: () => void;
  children: ReactNode;
}

interface ProblemBoundaryState {
  problem: unknown;
  failed: boolean;
}

/** A screen that broke says so in a sentence; the rest of the window goes on. */
export class ProblemBoundary extends Component<ProblemBoundaryProps, ProblemBoundaryState> {
  override state: ProblemBoundaryState = { problem: undefined, failed: false };

  static getDerivedStateFromError(problem: unknown): ProblemBoundaryState {
    return { problem, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const retry = () => {
      this.props.onRetry?.();
      this.setState({ problem: undefined, failed: false });
    };
    return (
      <Screen title="This did not open" headless>
        <ProblemState problem={this.state.problem} retry={retry} />
      </Screen>
    );
  }
}
