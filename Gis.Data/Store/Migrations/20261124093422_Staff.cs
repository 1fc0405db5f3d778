using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gis.Data.Store.Migrations
{
    /// <inheritdoc />
    internal partial class Staff : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    point_id = table.Column<string>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    hours_a_month = table.Column<double>(type: "REAL", nullable: true),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff", x => x.fid);
                });

            migrationBuilder.CreateIndex(
                name: "IX_staff_point_id_post",
                table: "staff",
                columns: new[] { "point_id", "post" },
                unique: true);

            migrationBuilder.Sql(GeoPackageStatements.RegisterAttributes("staff"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM gpkg_contents WHERE table_name = 'staff';");
            migrationBuilder.DropTable(
                name: "staff");
        }
    }
}
