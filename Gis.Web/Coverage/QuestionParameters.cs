using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Microsoft.OpenApi;

namespace Gis.Web.Coverage;

/// <summary>Describes the parameters of a coverage question in the document of the API. They are read by <see cref="CoverageForm"/>.</summary>
public static class QuestionParameters
{
    public static TBuilder DescribeQuestion<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints
        .DescribeParameter("mode", JsonSchemaType.String, $"How people travel: {string.Join(", ", WrittenName.List<TravelMode>())}; {CoverageForm.DefaultMode} if not given")
        .DescribeParameter("limit", JsonSchemaType.Number, $"Minutes above 0 and at most {CoverageQuestion.LongestLimit.Value}, exactly at the limit counts; {CoverageForm.DefaultLimit} if not given")
        .DescribeParameter("tiers", JsonSchemaType.String, $"The tiers that count, with commas: {string.Join(",", WrittenName.List<Tier>())} if not given")
        .DescribeParameter("with", JsonSchemaType.String, "Ids of points to take as open, with commas")
        .DescribeParameter("without", JsonSchemaType.String, "Ids of points to take as closed, with commas")
        .DescribeParameter("move", JsonSchemaType.String, "Points taken to stand elsewhere, with commas: ID@LON_LAT in degrees on CGCS2000, six decimals count")
        .DescribeParameter("add", JsonSchemaType.String, $"Points added, with commas: TIER@LON_LAT; they are open and called new-1, new-2…; at most {CoverageQuestion.MostChanges}")
        .DescribeParameter("weigh", JsonSchemaType.String, $"What is counted: {string.Join(", ", WrittenName.List<Weighting>())}; {CoverageForm.DefaultWeighting} if not given");

    public static TBuilder DescribeParameter<TBuilder>(this TBuilder endpoints, string name, JsonSchemaType type, string meaning)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = meaning,
                Schema = new OpenApiSchema { Type = type },
            });
            return Task.CompletedTask;
        });
}
