using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gis.Data.Store.Postgis.Migrations
{
    /// <inheritdoc />
    // The table is asked about before the model is known to fit, so it is no part of the model, and there is no designer's file.
    [DbContext(typeof(PostgisContext))]
    [Migration("20261130185000_LeastStep")]
    internal class LeastStep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE TABLE least_step (
                only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
                step text COLLATE "C" NOT NULL
            );
            INSERT INTO least_step (step) VALUES ('20261130185000_LeastStep');
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE least_step");
    }
}
