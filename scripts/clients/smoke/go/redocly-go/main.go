package main

import (
	"context"
	"errors"

	"spci.test/clients/client"
	"spci.test/clients/scenario"
)

var ctx = context.Background()

type smoke struct{ *client.Client }

// told gives the code of a refusal instead of the client's own error.
func told(err error) error {
	var refused *client.APIError
	if !errors.As(err, &refused) {
		return err
	}
	body, _ := refused.Body.(map[string]any)
	code, _ := body["code"].(string)
	return scenario.Refusal(code)
}

func (s *smoke) CreateToken() (string, error) {
	scopes := make([]client.Scope, 0, len(scenario.Scopes))
	for _, scope := range scenario.Scopes {
		scopes = append(scopes, client.Scope(scope))
	}
	login := client.TokenCreateRequest{
		Email: scenario.Email, Password: scenario.Password, TokenName: "smoke", Scopes: scopes,
	}
	token, err := s.Client.CreateToken(ctx, login)
	return token.Token, err
}

func (s *smoke) UseToken(token string) {
	auth := client.Auth{Bearer: func() string { return token }}
	s.Client = client.New(client.Config{ServerURL: scenario.URL, Auth: auth})
}

func (s *smoke) GetCurrentUser() (string, error) {
	user, err := s.Client.GetCurrentUser(ctx)
	return user.Email, told(err)
}

func (s *smoke) CreateRepository(repository string) (string, error) {
	made, err := s.Client.CreateRepository(ctx, client.RepositoryCreateRequest{Repository: repository})
	return made.Repository, err
}

func (s *smoke) ListRepositories() (names []string, err error) {
	page, err := s.Client.ListRepositories(ctx, nil)
	for _, each := range page.Data {
		names = append(names, each.Repository)
	}
	return names, err
}

func (s *smoke) CreateCategory(name string) (string, error) {
	made, err := s.Client.CreateCategory(ctx, client.CategoryCreateRequest{Name: name})
	return made.Name, err
}

func (s *smoke) ListCategories() (names []string, err error) {
	page, err := s.Client.ListCategories(ctx, nil)
	for _, each := range page.Data {
		names = append(names, each.Name)
	}
	return names, err
}

func (s *smoke) CreateSample(filename, content string) (int64, error) {
	sample, err := s.Client.CreateSample(ctx, []byte(content), &client.CreateSampleParams{Filename: &filename})
	return sample.SampleId, err
}

func (s *smoke) GetSample(sampleID int64) (string, error) {
	sample, err := s.Client.GetSample(ctx, sampleID)
	return sample.OriginalName, err
}

func (s *smoke) CreateRegressionTest(sampleID int64, command, category string) (int64, error) {
	active := true
	test, err := s.Client.CreateRegressionTest(ctx, client.RegressionTestCreateRequest{
		SampleId: sampleID, Command: command, Categories: []string{category}, Active: &active,
	})
	return test.RegressionTestId, err
}

func (s *smoke) ListRegressionTests(offset int64) (scenario.TestPage, error) {
	limit := int64(1)
	page, err := s.Client.ListRegressionTests(ctx, &client.ListRegressionTestsParams{Limit: &limit, Offset: &offset})
	found := scenario.TestPage{Total: page.Pagination.Total}
	if page.Pagination.NextOffset != nil {
		found.Next = *page.Pagination.NextOffset
	}
	for _, each := range page.Data {
		found.IDs = append(found.IDs, each.RegressionTestId)
	}
	return found, err
}

func (s *smoke) CreateRun() (int64, error) {
	run, err := s.Client.CreateRun(ctx, client.RunCreateRequest{
		Repository: scenario.Repository, CommitSha: scenario.Commit, Platform: client.PlatformLinux,
	})
	return run.RunId, err
}

func (s *smoke) GetRun(runID int64) (string, error) {
	run, err := s.Client.GetRun(ctx, runID)
	return string(run.Status), told(err)
}

func (s *smoke) ListRuns() (ids []int64, err error) {
	page, err := s.Client.ListRuns(ctx, nil)
	for _, each := range page.Data {
		ids = append(ids, each.RunId)
	}
	return ids, err
}

func (s *smoke) GetQueue() (ids []int64, err error) {
	page, err := s.Client.GetQueue(ctx, nil)
	for _, each := range page.Data {
		ids = append(ids, each.RunId)
	}
	return ids, err
}

func (s *smoke) ListUsers() error {
	_, err := s.Client.ListUsers(ctx, nil)
	return told(err)
}

func (s *smoke) GetSampleDownload(sampleID int64) (string, error) {
	file, err := s.Client.GetSampleDownload(ctx, sampleID)
	return file.DownloadUrl, err
}

func (s *smoke) RevokeCurrentToken() error { return s.Client.RevokeCurrentToken(ctx) }

func main() {
	scenario.Run(&smoke{client.New(client.Config{ServerURL: scenario.URL})})
}
