import { describeWayToDashboard } from '../../harness/way-to-dashboard.ts';

describeWayToDashboard('getGraph');
