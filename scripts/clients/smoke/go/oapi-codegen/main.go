package main

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/oapi-codegen/runtime/types"
	"spci.test/clients/client"
	"spci.test/clients/scenario"
)

var ctx = context.Background()

type smoke struct{ *client.ClientWithResponses }

func connect(token string) *client.ClientWithResponses {
	authorize := func(_ context.Context, request *http.Request) error {
		if token != "" {
			request.Header.Set("Authorization", "Bearer "+token)
		}
		return nil
	}
	made, err := client.NewClientWithResponses(scenario.URL, client.WithRequestEditorFn(authorize))
	if err != nil {
		panic(err)
	}
	return made
}

// told reads the refusal out of an answer that is not the wanted one.
func told(body []byte, err error) error {
	var refusal client.Error
	if err == nil {
		err = json.Unmarshal(body, &refusal)
	}
	if err == nil {
		err = scenario.Refusal(refusal.Code)
	}
	return err
}

func (s *smoke) CreateToken() (string, error) {
	scopes := []client.Scope{}
	for _, scope := range scenario.Scopes {
		scopes = append(scopes, client.Scope(scope))
	}
	answer, err := s.CreateTokenWithResponse(ctx, client.TokenCreateRequest{
		Email: types.Email(scenario.Email), Password: scenario.Password, TokenName: "smoke", Scopes: &scopes,
	})
	if err != nil || answer.JSON201 == nil {
		return "", told(answer.Body, err)
	}
	return answer.JSON201.Token, nil
}

func (s *smoke) UseToken(token string) { s.ClientWithResponses = connect(token) }

func (s *smoke) GetCurrentUser() (string, error) {
	answer, err := s.GetCurrentUserWithResponse(ctx)
	if err != nil || answer.JSON200 == nil {
		return "", told(answer.Body, err)
	}
	return string(answer.JSON200.Email), nil
}

func (s *smoke) CreateRepository(repository string) (string, error) {
	answer, err := s.CreateRepositoryWithResponse(ctx, client.RepositoryCreateRequest{Repository: repository})
	if err != nil || answer.JSON201 == nil {
		return "", told(answer.Body, err)
	}
	return answer.JSON201.Repository, nil
}

func (s *smoke) ListRepositories() (names []string, err error) {
	answer, err := s.ListRepositoriesWithResponse(ctx, nil)
	if err != nil || answer.JSON200 == nil {
		return nil, told(answer.Body, err)
	}
	for _, each := range answer.JSON200.Data {
		names = append(names, each.Repository)
	}
	return names, nil
}

func (s *smoke) CreateCategory(name string) (string, error) {
	answer, err := s.CreateCategoryWithResponse(ctx, client.CategoryCreateRequest{Name: name})
	if err != nil || answer.JSON201 == nil {
		return "", told(answer.Body, err)
	}
	return answer.JSON201.Name, nil
}

func (s *smoke) ListCategories() (names []string, err error) {
	answer, err := s.ListCategoriesWithResponse(ctx, nil)
	if err != nil || answer.JSON200 == nil {
		return nil, told(answer.Body, err)
	}
	for _, each := range answer.JSON200.Data {
		names = append(names, each.Name)
	}
	return names, nil
}

func (s *smoke) CreateSample(filename, content string) (int64, error) {
	params := &client.CreateSampleParams{Filename: filename}
	answer, err := s.CreateSampleWithBodyWithResponse(ctx, params, "application/octet-stream", strings.NewReader(content))
	if err != nil || answer.JSON201 == nil {
		return 0, told(answer.Body, err)
	}
	return int64(answer.JSON201.SampleId), nil
}

func (s *smoke) GetSample(sampleID int64) (string, error) {
	answer, err := s.GetSampleWithResponse(ctx, int32(sampleID))
	if err != nil || answer.JSON200 == nil {
		return "", told(answer.Body, err)
	}
	return answer.JSON200.OriginalName, nil
}

func (s *smoke) CreateRegressionTest(sampleID int64, command, category string) (int64, error) {
	active := true
	answer, err := s.CreateRegressionTestWithResponse(ctx, client.RegressionTestCreateRequest{
		SampleId: int32(sampleID), Command: command, Categories: []string{category}, Active: &active,
	})
	if err != nil || answer.JSON201 == nil {
		return 0, told(answer.Body, err)
	}
	return int64(answer.JSON201.RegressionTestId), nil
}

func (s *smoke) ListRegressionTests(offset int64) (found scenario.TestPage, err error) {
	limit, from := int32(1), int32(offset)
	params := &client.ListRegressionTestsParams{Limit: &limit, Offset: &from}
	answer, err := s.ListRegressionTestsWithResponse(ctx, params)
	if err != nil || answer.JSON200 == nil {
		return found, told(answer.Body, err)
	}
	found.Total = int64(answer.JSON200.Pagination.Total)
	if next := answer.JSON200.Pagination.NextOffset; next != nil {
		found.Next = int64(*next)
	}
	for _, each := range answer.JSON200.Data {
		found.IDs = append(found.IDs, int64(each.RegressionTestId))
	}
	return found, nil
}

func (s *smoke) CreateRun() (int64, error) {
	answer, err := s.CreateRunWithResponse(ctx, nil, client.RunCreateRequest{
		Repository: scenario.Repository, CommitSha: scenario.Commit, Platform: "linux",
	})
	if err != nil || answer.JSON202 == nil {
		return 0, told(answer.Body, err)
	}
	return int64(answer.JSON202.RunId), nil
}

func (s *smoke) GetRun(runID int64) (string, error) {
	answer, err := s.GetRunWithResponse(ctx, int32(runID))
	if err != nil || answer.JSON200 == nil {
		return "", told(answer.Body, err)
	}
	return string(answer.JSON200.Status), nil
}

func (s *smoke) ListRuns() (ids []int64, err error) {
	answer, err := s.ListRunsWithResponse(ctx, nil)
	if err != nil || answer.JSON200 == nil {
		return nil, told(answer.Body, err)
	}
	for _, each := range answer.JSON200.Data {
		ids = append(ids, int64(each.RunId))
	}
	return ids, nil
}

func (s *smoke) GetQueue() (ids []int64, err error) {
	answer, err := s.GetQueueWithResponse(ctx, nil)
	if err != nil || answer.JSON200 == nil {
		return nil, told(answer.Body, err)
	}
	for _, each := range answer.JSON200.Data {
		ids = append(ids, int64(each.RunId))
	}
	return ids, nil
}

func (s *smoke) ListUsers() error {
	answer, err := s.ListUsersWithResponse(ctx, nil)
	if err != nil || answer.JSON403 == nil {
		return told(answer.Body, err)
	}
	return scenario.Refusal(answer.JSON403.Code)
}

func (s *smoke) GetSampleDownload(sampleID int64) (string, error) {
	answer, err := s.GetSampleDownloadWithResponse(ctx, int32(sampleID))
	if err != nil || answer.JSON200 == nil {
		return "", told(answer.Body, err)
	}
	return answer.JSON200.DownloadUrl, nil
}

func (s *smoke) RevokeCurrentToken() error {
	answer, err := s.RevokeCurrentTokenWithResponse(ctx)
	if err != nil || answer.StatusCode() != http.StatusNoContent {
		return told(answer.Body, err)
	}
	return nil
}

func main() { scenario.Run(&smoke{connect("")}) }
