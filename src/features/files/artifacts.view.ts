import type { components } from '../../../generated/api.ts';
import type { StoredArtifact } from './run-artifacts.ts';

export function artifactView(runId: number, artifact: StoredArtifact): components['schemas']['Artifact'] {
  return {
    artifact_id: artifactId(runId, artifact),
    run_id: runId,
    sample_id: artifact.sample_id,
    regression_test_id: artifact.regression_test_id,
    output_id: artifact.output_id,
    type: artifact.type,
    filename: artifact.filename,
    content_type: 'application/octet-stream',
    size_bytes: artifact.size_bytes,
    sha256: artifact.sha256,
    storage_status: artifact.storage_status,
    download_url: artifact.download_url,
  };
}

function artifactId(runId: number, { type, output_id }: StoredArtifact): string {
  return output_id === null ? `art_${runId}_${type}` : `art_${runId}_${output_id}_${type}`;
}
