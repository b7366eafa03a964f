import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { WithContents } from '../../parts/contents.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Screen } from '../../parts/screen.tsx';
import { AboutSection } from './about-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { BusinessSection } from './business-section.tsx';
import { ColleaguesSection } from './colleagues-section.tsx';
import { DataSection } from './data-section.tsx';
import { DesktopSection } from './desktop-section.tsx';
import { ListeningSection } from './listening-section.tsx';
import { LockSection } from './lock-section.tsx';
import { LookSection } from './look-section.tsx';
import { OpeningsSection } from './openings-section.tsx';
import { RemindersSection } from './reminders-section.tsx';
import { RhythmSection } from './rhythm-section.tsx';
import classes from './settings.module.css';

/** What can be set. Every change is saved at once and can be undone. */
export default function SettingsScreen() {
  const settings = useQuery(api.settings.get.queryOptions());
  return (
    <Screen title="Settings" lead="Every change is saved at once.">
      <Loaded query={settings}>
        {(known) => (
          <WithContents>
            <div className={classes.sections}>
              <BusinessSection settings={known} />
              <ColleaguesSection />
              <RhythmSection settings={known} />
              <RemindersSection settings={known} />
              <DesktopSection settings={known} />
              <LookSection settings={known} />
              <LockSection />
              <ListeningSection settings={known} />
              <OpeningsSection />
              <DataSection />
              <BackupsSection settings={known} />
              <AboutSection />
            </div>
          </WithContents>
        )}
      </Loaded>
    </Screen>
  );
}
